/** A token is renewed this long before it ends, in seconds. */
const margin = 5 * 60

type Claims = { exp?: number; iat?: number; tid?: string; oid?: string }

/** What a token for our own API says. Only the server believes it. */
const claimsOf = (token: string): Claims =>
  JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as Claims

/** How long a token lives in all, in seconds; 0 when that cannot be read. Only to know when to ask for another. */
export function lifetimeOf(token: string): number {
  try {
    const { exp = 0, iat = 0 } = claimsOf(token)
    return exp - iat
  } catch {
    return 0
  }
}

export type TokenOwner = { tenantId: string; oid: string }

/** Who is signed in: only to tell apart what several people keep on one machine. @throws Error when it says nobody */
export function ownerOf(token: string): TokenOwner {
  const { tid, oid } = claimsOf(token)
  if (!tid || !oid) throw new Error('a token of nobody')
  return { tenantId: tid, oid }
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
