import { apiScope, applicationOf, grantedScopes } from '../directory/registrations.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { checkScopes } from './check-scopes.ts'
import { isRefusal, refusals, refusedBy, type EntraRefusal, type Refusable } from './refusal.ts'
import { apiToken, graphAudience, graphToken, idToken, issuerOf } from './tokens.ts'

export type NestedRequest = {
  clientId: string
  scope: string
  /** Where the nested page comes from; `brk-multihub://<host>` must be a redirect URI of its registration. */
  origin: string
  /** Is the person at the prompt? They consent to what is asked, and meet the claims. */
  prompt: boolean
  /** A refusal that this tenant would give for reasons that the sandbox does not have, by its code. */
  refuse?: Refusable
}

/**
 * Entra's answer to a host's broker for an app nested in it: a token for the scope that the app asked for, and one that
 * says who signed in.
 */
export async function nestedToken(
  store: Store,
  base: string,
  person: Person,
  { clientId, scope, origin, prompt, refuse }: NestedRequest,
): Promise<object | EntraRefusal> {
  const app = applicationOf(store, clientId)
  if (!app) return refusals.client(clientId)
  const redirects = app.spa.redirectUris.map((uri) => uri.replace('{sandbox}', new URL(base).host))
  if (!redirects.includes(`brk-multihub://${new URL(origin).host}`)) return refusals.redirect(origin)
  if (refuse) return refusedBy(refuse)
  if (person.notAssigned) return refusals.notAssigned(person.upn)
  const scopes = scope.split(' ').filter((one) => !openId.has(one))
  const ours = app.identifierUris.map((uri) => `${uri}/${apiScope}`)
  const result = (access_token: string) => ({
    access_token,
    expires_in: 3599,
    scope,
    authority: issuerOf(base, person.tenantId),
  })
  const id_token = await idToken(store, base, person)
  if (scopes.length === 1 && ours.includes(scopes[0] ?? '')) {
    const access_token = await apiToken(store, base, person, { client: app.appId })
    return { ...result(access_token), id_token }
  }
  if (prompt) {
    person.consented = true
    store.save()
  }
  const granted = checkScopes(scope, [graphAudience], grantedScopes(store, app, person))
  if (isRefusal(granted)) return granted
  return { ...result(await graphToken(store, base, person, granted)), id_token }
}

const openId = new Set(['openid', 'profile', 'offline_access', 'email'])
