/** What became of sending a message, by what the service answered. */
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

/** When to try again, in milliseconds from now; `random` (0 to 1) spreads what failed together. */
export const retryIn = (attempts: number, retryAfter: number | undefined, random: number): number =>
  retryAfter !== undefined
    ? (retryAfter + random) * second
    : Math.min(2 ** attempts * 2 * second, 15 * minute) * (0.5 + random / 2)

/** A sending that came to nothing. */
export type SendingFailure = Extract<Sending, { ok: false }>

/** What an HTTP answer means (platform facts, "The bot"); status 0 is none at all. */
export function sendingOf(status: number, code: string, retryAfter?: number): SendingFailure {
  if (status === 403) return { ok: false, kind: 'blocked', code }
  if (status === 404) return { ok: false, kind: 'absent', code }
  if ([0, 408, 412, 429].includes(status) || status >= 500)
    return { ok: false, kind: 'again', code, retryAfter }
  return { ok: false, kind: 'refused', code }
}
