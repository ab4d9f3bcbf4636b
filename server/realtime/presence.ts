import type { Presence } from '../contract/live.ts'

type States = Map<number, Record<string, unknown>>

const color = /^#[0-9a-f]{6}([0-9a-f]{2})?$/i
/** Of a caret and a selection, as JSON; they are two positions in a text. */
const cursorLimit = 600

/** Hocuspocus decodes presence in a document that adds an empty presence of its own; nobody is behind that. */
export function dropUntold(states: States): void {
  for (const [clientId, { user }] of [...states]) if (!user) states.delete(clientId)
}

/**
 * What a device says about itself, made safe for the others in place: one presence a connection, under the name that
 * the server knows, and nothing besides what screens show.
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
