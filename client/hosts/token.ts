import { ownerKey, type Owner } from '../lib/owner.ts'
import type { SignIn } from './host.ts'

/** A token is renewed this long before it ends, in seconds. */
const margin = 5 * 60

type GetToken = SignIn['getToken']

type Claims = { exp?: number; iat?: number; tid?: string; oid?: string }

/** The claims of a token for our own API. Nothing is verified here: only the server decides by them. */
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

/** The person who is signed in. @throws Error when it says nobody */
export function ownerOf(token: string): Owner {
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
): GetToken {
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

/**
 * Tokens of one person and of nobody else. A host may sign in another person while the page is open: what the one before
 * typed is never sent with the other's token.
 * @param onOther called with the person who is signed in now, before the call is refused
 */
export const tokensOf =
  (owner: Owner, getToken: GetToken, onOther: (other: Owner) => void): GetToken =>
  async (options) => {
    const token = await getToken(options)
    const now = ownerOf(token)
    if (ownerKey(now) === ownerKey(owner)) return token
    onOther(now)
    throw new Error('somebody else is signed in')
  }
