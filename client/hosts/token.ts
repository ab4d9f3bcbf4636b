/** A token is renewed this long before it ends, in seconds. */
const margin = 5 * 60

/** How long a token lives in all, in seconds; 0 when that cannot be read. Only to know when to ask for another. */
export function lifetimeOf(token: string): number {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { exp = 0, iat = 0 } = JSON.parse(atob(payload)) as { exp?: number; iat?: number }
    return exp - iat
  } catch {
    return 0
  }
}

/**
 * Keeps a token for as long as it lives, counted from when it came: the machine's clock may be wrong. Those who
 * ask while one is on its way wait for that one.
 */
export function keepToken(
  ask: (fresh: boolean) => Promise<string>,
  clock: () => number = () => performance.now(),
): (options?: { fresh?: boolean }) => Promise<string> {
  let kept: { token: string; until: number } | null = null
  let coming: Promise<string> | null = null
  return (options = {}) => {
    if (kept && !options.fresh && clock() < kept.until) return Promise.resolve(kept.token)
    coming ??= ask(options.fresh === true)
      .then((token) => {
        kept = { token, until: clock() + (lifetimeOf(token) - margin) * 1000 }
        return token
      })
      .finally(() => {
        coming = null
      })
    return coming
  }
}
