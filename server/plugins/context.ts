import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { EventEmitter } from 'node:events'
import type { Config } from '../config.ts'
import type { PersonKey } from '../contract/person-key.ts'
import type {
  Collection,
  Database,
  DocumentOfPair,
  DocumentOfPerson,
  PairScope,
} from '../database/collection.ts'
import type { DeriveId } from '../database/derived-id.ts'
import type { Clock } from './clock.ts'
import type { Sealing } from '../sealing/sealing.ts'

/** Brought in by whoever builds the app: the parts that a test or another cloud sets differently. */
export type Ports = { clock: Clock; newId: () => string }

/** The pair and the calendar of somebody who opens Groei. */
export type Opened = {
  /** A section of theirs waits, or may have to move. */
  sectionsMayGoOn: boolean
  /** The place of this person in the meeting; `doubtful`: organiser, and their calendar says what we were not told. */
  as: 'organiser' | 'guest' | 'doubtful'
}

/**
 * Events from one feature to the others. `changed`: something in a conversation that a screen shows. `due`: a publication
 * may be written now. `opened`: one of a pair opened Groei, so work that waited for that may go on.
 */
export type Announcements = {
  changed: [conversationId: string]
  due: []
  opened: [pairId: string, person: PersonKey, about?: Opened]
  /** The two said of somebody on their invites whether that is a person. */
  'readers-changed': [pairId: string]
  /** Something between two people changed that all their screens may show, such as what each of them may do. */
  'pair-changed': [pairId: string]
  /** Somebody opened Groei. */
  seen: [person: PersonKey]
  /** Somebody deleted all of theirs (`personId`): no server keeps tokens of theirs in memory. */
  left: [person: string]
  /** An admin changed the settings of the organisation: no server goes by the ones before. */
  'tenant-changed': [tenantId: string]
  /** A key was deleted or replaced (`ring`): no server keeps it in memory. */
  'keys-changed': [ring: string]
  /** Reminders may have to be planned or sent. */
  'to-remind': []
}

/** A collection of documents of pairs, with its scope (`server/database/collection.ts`). */
export type PairScoped = PairScope & { collection: Collection<PairScopedDocument> }
type PairScopedDocument = DocumentOfPair & { oid?: string; role?: 'coach' | 'employee'; at?: Date }

/** A collection of documents of persons outside their pairs. */
export type PersonScoped = Collection<DocumentOfPerson>

/** Every collection of the product; `server/collections.ts` says which. */
export type Collections = FastifyInstance['collections']

/** All that is kept, and with what it goes. */
export type Kept = Pick<FastifyInstance, 'collections' | 'pairScoped' | 'personScoped'>

declare module 'fastify' {
  interface FastifyInstance {
    settings: Config
    database: Database
    pairScoped: PairScoped[]
    personScoped: PersonScoped[]
    /** The people who left and have not begun again. */
    departures: {
      leave(person: PersonKey, leftAt: Date): Promise<void>
      beginAnew(person: PersonKey): Promise<void>
      hasLeft(name: string): Promise<boolean>
    }
    now: () => Date
    clock: Clock
    newId: () => string
    deriveId: DeriveId
    announce: EventEmitter<Announcements>
    sealing: Sealing
  }
  interface FastifyContextConfig {
    /** Served without a token. Say so at the route, one by one. */
    public?: true
  }
}

/** The database and the ports, under the names that every room uses. */
export const context = fp<
  Kept &
    Pick<FastifyInstance, 'settings' | 'database' | 'departures' | 'deriveId' | 'sealing'> & { ports: Ports }
>(
  async (app, { ports, ...given }) => {
    const parts: [string, unknown][] = Object.entries(given)
    for (const [name, part] of parts) app.decorate(name, part)
    app.decorate('now', ports.clock.now)
    app.decorate('clock', ports.clock)
    app.decorate('newId', ports.newId)
    app.decorate('announce', new EventEmitter<Announcements>())
  },
  { name: 'context' },
)
