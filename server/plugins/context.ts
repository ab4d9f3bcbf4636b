import fp from 'fastify-plugin'
import { EventEmitter } from 'node:events'
import type { Config } from '../config.ts'
import type { Database } from '../database/collection.ts'
import type { Clock } from './clock.ts'
import type { SealedPlace, Sealing } from './sealing.ts'

/** Brought in by whoever builds the app: the parts that a test or another cloud sets differently. */
export type Surroundings = { clock: Clock; newId: () => string }

/**
 * What one feature tells the others: `changed`, something in a conversation that a screen shows; `due`, a
 * publication may go out now; `opened`, one of a pair is here, so what waited for that may go on.
 */
export type Announcements = {
  changed: [conversationId: string]
  due: []
  opened: [pairId: string, person: { tenantId: string; oid: string }]
  /** Something between two people changed that all their screens may show. */
  'pair-changed': [pairId: string]
  /** What people may do with a conversation may have changed. */
  'rights-changed': [conversationId: string]
  /** Somebody opened Groei. */
  seen: [person: { tenantId: string; oid: string }]
  /** Reminders may have to be planned or sent. */
  'to-remind': []
}

declare module 'fastify' {
  interface FastifyInstance {
    settings: Config
    database: Database
    now: () => Date
    clock: Clock
    newId: () => string
    announce: EventEmitter<Announcements>
    sealing: Sealing
    /** Where sealed texts stand; a feature that keeps some adds its own. */
    sealedPlaces: SealedPlace[]
  }
  interface FastifyContextConfig {
    /** Served without a token. Say so at the route, one by one. */
    public?: true
  }
}

/** The database and the surroundings, under the names that every room uses. */
export const context = fp<{
  settings: Config
  database: Database
  surroundings: Surroundings
  sealing: Sealing
  sealedPlaces: SealedPlace[]
}>(
  async (app, { settings, database, surroundings, sealing, sealedPlaces }) => {
    app.decorate('settings', settings)
    app.decorate('database', database)
    app.decorate('now', surroundings.clock.now)
    app.decorate('clock', surroundings.clock)
    app.decorate('newId', surroundings.newId)
    app.decorate('sealing', sealing)
    app.decorate('sealedPlaces', sealedPlaces)
    app.decorate('announce', new EventEmitter<Announcements>())
  },
  { name: 'context' },
)
