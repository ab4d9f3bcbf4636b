import type { Backoff } from '../queue/backoff.ts'

/** The result of sending a message, by the answer of the service. */
export type Sending =
  | { ok: true; activityId: string }
  /** Worth another try, after so many seconds when the service says so. */
  | { ok: false; kind: 'again'; code: string; retryAfter?: number | undefined }
  /** The person does not want it (403), or Groei is not in their Teams (404). */
  | { ok: false; kind: 'blocked' | 'absent'; code: string }
  /** It will never be taken as it is. */
  | { ok: false; kind: 'refused'; code: string }

const second = 1000
const minute = 60 * second

/** Longer than the slowest sending; after this a worker that died is taken for dead. */
export const lease = 60 * second

/** Tries before a reminder is set aside with its reason, so that it holds up nothing. */
export const attemptLimit = 12

/** A message that did not arrive is tried again soon, then ever more seldom. */
export const backoff: Backoff = { first: 2 * second, most: 15 * minute }

/** A sending that came to nothing. */
export type SendingFailure = Extract<Sending, { ok: false }>

/** The meaning of an HTTP answer (docs/platform-facts.md, The bot); status 0 is no answer. */
export function sendingOf(status: number, code: string, retryAfter?: number): SendingFailure {
  if (status === 403) return { ok: false, kind: 'blocked', code }
  if (status === 404) return { ok: false, kind: 'absent', code }
  if ([0, 408, 412, 429].includes(status) || status >= 500)
    return { ok: false, kind: 'again', code, retryAfter }
  return { ok: false, kind: 'refused', code }
}
