import { createHash, timingSafeEqual } from 'node:crypto'
import type { DeriveId } from '../database/derived-id.ts'

/** Found in a body without parsing it. */
const prefix = 'groei.'
const markedLength = prefix.length + 43
const length = markedLength + 1 + 36
const marked = (derive: DeriveId, state: string) => `${state}.${derive('client state', state)}`

/** A client state that this installation knows for its own without asking the database, which is what strangers cost. */
export const newState = (derive: DeriveId, random: Buffer): string =>
  marked(derive, prefix + random.toString('base64url'))

/** Was it made by this installation? Whether it is the one of a subscription only the database says. */
export const isMade = (derive: DeriveId, state: string | null | undefined): boolean =>
  typeof state === 'string' && equal(state, marked(derive, state.slice(0, markedLength)))

/** How many candidates are checked at most in a body without a client state of ours. */
const most = 100

/** Does a body that is not parsed yet hold a client state of ours? Looking takes far less than parsing. */
export function holdsState(derive: DeriveId, body: string): boolean {
  let at = body.indexOf(prefix)
  for (let looked = 0; at >= 0 && looked < most; looked += 1) {
    if (isMade(derive, body.slice(at, at + length))) return true
    at = body.indexOf(prefix, at + 1)
  }
  return false
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A hash of a client state, to store: who reads the database cannot pass for Graph. */
export const keptState = (state: string): string => createHash('sha256').update(state).digest('base64url')

/** Is this the state that the subscription was made with? In the same time, however much of it is right. */
export const isState = (state: string | null | undefined, kept: string): boolean =>
  typeof state === 'string' && equal(keptState(state), kept)
