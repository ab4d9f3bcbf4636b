export type Limits = typeof limits

/** What one socket, person, conversation and server may ask of the live notes. */
export const limits = {
  /** Of one message, in bytes. A keystroke is some tens of them; the largest paste stays far below. */
  message: 512 * 1024,
  /**
   * Messages in a second, each counted once more for every KB, and how many may come at once: typing sends two a
   * keystroke. Who sends more is not cut off but read more slowly. Before somebody was let in so many at once, and
   * one `message` of bytes, are all that a socket may send.
   */
  rate: 200,
  burst: 1000,
  /** What waits for a client that does not read, in bytes; then its socket ends, and it catches up when it is back. */
  unread: 4 * 1024 * 1024,
  /** How long a socket may be there without having said who it is, in milliseconds, and how many such at once. */
  silence: 10_000,
  waiting: 1000,
  /** Refused tokens on one socket. */
  refusals: 5,
  socketsOfPerson: 12,
  connectionsOfConversation: 16,
}

/**
 * A bucket that fills with `rate` a second up to `burst`.
 * @param clock milliseconds
 */
export function bucket(rate: number, burst: number, clock: () => number) {
  let left = burst
  let at = clock()
  return {
    /** Takes so much, also what is not there yet. @returns milliseconds to wait until it is; 0 when it was there */
    take(cost: number): number {
      const now = clock()
      left = Math.min(burst, left + ((now - at) / 1000) * rate)
      at = now
      left -= cost
      return left >= 0 ? 0 : Math.ceil((-left / rate) * 1000)
    },
  }
}
