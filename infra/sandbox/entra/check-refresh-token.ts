import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { refusals, type EntraRefusal } from './refusal.ts'

/** Entra forgets a refresh token that nobody used for so long. */
const lifetime = 90 * 24 * 60 * 60 * 1000

/** The person of a refresh token of this tenant. */
export function checkRefreshToken(store: Store, tenantId: string, token: string): Person | EntraRefusal {
  if (!token) return refusals.parameter('refresh_token')
  const known = store.state.refreshTokens[token]
  const person = known && store.directory.person(known.oid)
  if (!person || person.tenantId !== tenantId || known.tenantId !== tenantId) return refusals.refreshToken
  return store.now().getTime() - Date.parse(known.usedAt) > lifetime ? refusals.refreshExpired : person
}
