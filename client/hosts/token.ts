/** A token is renewed this long before it ends, in seconds. */
const margin = 5 * 60

/** When a token ends, in seconds since 1970, and when it was made; only to know when to ask for another. */
function lifetimeOf(token: string): number {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { exp = 0, iat = 0 } = JSON.parse(atob(payload)) as { exp?: number; iat?: number }
    return exp - iat
  } catch {
    return 0
  }
}

/** Keeps a token for as long as it lives, counted from when it came: the machine's clock may be wrong. */
export function keepToken(ask: () => Promise<string>): (options?: { fresh?: boolean }) => Promise<string> {
  let kept: { token: string; until: number } | null = null
  return async (options = {}) => {
    if (kept && !options.fresh && performance.now() < kept.until) return kept.token
    const token = await ask()
    kept = { token, until: performance.now() + (lifetimeOf(token) - margin) * 1000 }
    return token
  }
}
