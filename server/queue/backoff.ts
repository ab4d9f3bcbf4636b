const second = 1000

/** How long a kind of work waits after failures: `first` after none, twice as long after each, `most` at most. Milliseconds. */
export type Backoff = { first: number; most: number }

/**
 * When to try again, in milliseconds from now.
 * @param retryAfter seconds that the service asked for (Retry-After); it decides when it is there
 * @param random 0 to 1; spreads what failed together
 */
export function retryIn(
  { first, most }: Backoff,
  attempts: number,
  retryAfter: number | undefined,
  random: number,
): number {
  if (retryAfter !== undefined) return (retryAfter + random) * second
  return Math.min(2 ** Math.min(attempts, 30) * first, most) * (0.5 + random / 2)
}
