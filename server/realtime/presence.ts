import { IncomingMessage, type Connection, type Document, type Extension } from '@hocuspocus/server'
import { applyAwarenessUpdate } from 'y-protocols/awareness'
import type { Presence } from '../contract/live.ts'
import type { Context } from './authorize.ts'

type States = Map<number, Record<string, unknown>>

const color = /^#[0-9a-f]{6}([0-9a-f]{2})?$/i
/** Size of a caret and a selection as JSON: two positions in a text. */
const cursorLimit = 600

/** Presence from another server, which made it tidy (`takePresence`). */
export const presence = {
  extensionName: 'presence',
  async beforeHandleAwareness({ states }) {
    dropUntold(states)
  },
} satisfies Extension<Context>

/**
 * Takes the presence that a page sends: each device shows one, under the name that the server knows. It comes with each key,
 * and Hocuspocus would make a document to read it in, each time.
 */
export function takePresence(update: Uint8Array, connection: Connection): void {
  const { document, context } = connection
  const { person } = context as Context
  if (!person) return
  const told = new IncomingMessage(update)
  const states: States = new Map()
  const clocks = new Map<number, number>()
  for (let left = told.readVarUint(); left > 0; left -= 1) {
    const clientId = told.readVarUint()
    clocks.set(clientId, told.readVarUint())
    const state: unknown = JSON.parse(told.readVarString())
    if (typeof state === 'object' && state !== null) states.set(clientId, state as Record<string, unknown>)
  }
  dropUntold(states)
  tidyPresence(states, person, (clientId) => {
    if (!isTaken(document, clientId, person.oid)) person.clientId ??= clientId
    return person.clientId === clientId
  })
  const tidy = new IncomingMessage(new Uint8Array())
  tidy.writeVarUint(states.size)
  for (const [clientId, state] of states) {
    tidy.writeVarUint(clientId)
    tidy.writeVarUint(clocks.get(clientId) ?? 0)
    tidy.writeVarString(JSON.stringify(state))
    // Hocuspocus does not count a device that comes back as this connection's, and would leave it there when that closes.
    document.getClients(connection).add(clientId)
  }
  applyAwarenessUpdate(document.awareness, tidy.toUint8Array(), { source: 'connection', connection })
}

/** Does a device of somebody else have this id? */
const isTaken = (document: Document, clientId: number, oid: string): boolean =>
  document.getConnections().some((one) => {
    const { person } = one.context as Context
    return person?.clientId === clientId && person.oid !== oid
  })

/** Hocuspocus decodes presence in a document that adds an empty presence of its own; nobody is behind that. */
export function dropUntold(states: States): void {
  for (const [clientId, { user }] of [...states]) if (!user) states.delete(clientId)
}

/**
 * Sanitises, in place, the presence that a device sends: one a connection, under the name that the server knows, and
 * nothing besides what screens show.
 * @param mine tells whether this id is the connection's own, and takes it for its own when it is nobody's
 */
export function tidyPresence(
  states: States,
  person: Pick<Presence, 'name' | 'role'>,
  mine: (clientId: number) => boolean,
): void {
  for (const [clientId, { user, cursor }] of [...states]) {
    if (!mine(clientId)) {
      states.delete(clientId)
      continue
    }
    const told = (user ?? {}) as Partial<Record<keyof Presence, unknown>>
    const tidy: Presence = {
      ...person,
      step: typeof told.step === 'string' && told.step.length <= 40 ? told.step : null,
      color: asColor(told.color),
      colorLight: asColor(told.colorLight),
    }
    const shown = cursor != null && JSON.stringify(cursor).length <= cursorLimit ? { cursor } : {}
    states.set(clientId, { user: tidy, ...shown })
  }
}

const asColor = (value: unknown): string =>
  typeof value === 'string' && color.test(value) ? value : '#616161'
