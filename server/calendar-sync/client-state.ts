import { createHash, timingSafeEqual } from 'node:crypto'

const hash = (state: string) => createHash('sha256').update(state).digest()

/** What is kept of a client state: who reads the database cannot pass for Graph. */
export const keptState = (state: string): string => hash(state).toString('base64url')

/** Is this the state that the subscription was made with? In the same time, however much of it is right. */
export const isState = (state: string | null | undefined, kept: string): boolean => {
  const expected = Buffer.from(kept, 'base64url')
  const given = hash(state ?? '')
  return typeof state === 'string' && expected.length === given.length && timingSafeEqual(given, expected)
}
