import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import type { Application } from '../directory/objects.ts'
import { grantedScopes } from '../directory/registrations.ts'
import { checkAssertion } from './check-assertion.ts'
import { checkClient } from './check-client.ts'
import { checkRefreshToken } from './check-refresh-token.ts'
import { checkScopes } from './check-scopes.ts'
import { checkTenant } from './check-tenant.ts'
import type { devicePolls } from './device-code.ts'
import { isRefusal, refusals, type EntraRefusal } from './refusal.ts'
import { applicationToken, botAudience, graphAudience, graphToken, idToken, vaultAudience } from './tokens.ts'

export type Form = Record<string, string>
export type Addresses = {
  /** Entra's base; issuers begin with it. */
  entra: string
  /** The sandbox's Graph, which is a resource by that name too. */
  graph: string
}

const deviceCode = 'urn:ietf:params:oauth:grant-type:device_code'
const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const lifetime = { expires_in: 3599, ext_expires_in: 3599 }

/** The token endpoint: what one grant is exchanged for, or why not. */
export async function exchange(
  store: Store,
  poll: ReturnType<typeof devicePolls>,
  { entra, graph }: Addresses,
  tenantId: string,
  form: Form,
): Promise<object | EntraRefusal> {
  const refused = checkTenant(store, tenantId)
  if (refused) return refused
  if (form['grant_type'] === deviceCode) {
    const polled = poll(store, tenantId, form)
    if (isRefusal(polled)) return polled
    const access_token = await graphToken(store, entra, polled.person, polled.scopes, {
      client: form['client_id'] ?? '',
    })
    return { token_type: 'Bearer', scope: polled.scopes.join(' '), ...lifetime, access_token }
  }
  const app = await checkClient(store, form)
  if (isRefusal(app)) return app
  const { scope = '' } = form
  switch (form['grant_type']) {
    case onBehalfOf: {
      if (form['requested_token_use'] !== 'on_behalf_of') return refusals.grant
      const person = await checkAssertion(store, entra, tenantId, app, form['assertion'] ?? '')
      return isRefusal(person) ? person : issue(app, person)
    }
    case 'refresh_token': {
      const person = checkRefreshToken(store, tenantId, form['refresh_token'] ?? '')
      return isRefusal(person) ? person : issue(app, person)
    }
    case 'client_credentials': {
      const [own = ''] = app.identifierUris
      const resource = [graphAudience, graph, botAudience, vaultAudience, own].find(
        (one) => one !== '' && scope === `${one}/.default`,
      )
      if (!resource)
        return /^api:.+\/\.default$/.test(scope) ? refusals.resource(scope) : refusals.applicationScope(scope)
      const audiences: Record<string, string> = {
        [graph]: graphAudience,
        // Its API makes tokens of version 2, whose audience is the client id.
        [own]: app.appId,
      }
      return {
        token_type: 'Bearer',
        ...lifetime,
        access_token: await applicationToken(store, entra, tenantId, app, audiences[resource] ?? resource),
      }
    }
    case undefined:
      return refusals.parameter('grant_type')
    default:
      return refusals.grant
  }

  async function issue(app: Application, person: Person): Promise<object | EntraRefusal> {
    const scopes = checkScopes(scope, [graphAudience, graph], grantedScopes(store, app, person))
    if (!Array.isArray(scopes)) return scopes
    const asked = new Set(scope.split(' '))
    return {
      token_type: 'Bearer',
      scope: scopes.map((name) => `${graphAudience}/${name}`).join(' '),
      ...lifetime,
      access_token: await graphToken(store, entra, person, scopes),
      ...(asked.has('offline_access') ? { refresh_token: refreshTokenOf(store, person) } : {}),
      ...(asked.has('openid') ? { id_token: await idToken(store, entra, person) } : {}),
      // MSAL makes the key of the account in its cache from this.
      client_info: Buffer.from(JSON.stringify({ uid: person.oid, utid: person.tenantId })).toString(
        'base64url',
      ),
    }
  }
}

/** One a person: Entra would give a new one each time and honour the old; a file need not grow by that. */
function refreshTokenOf(store: Store, person: Person): string {
  const { refreshTokens } = store.state
  const mine = Object.keys(refreshTokens).find((token) => refreshTokens[token]?.oid === person.oid)
  const token = mine ?? `1.${Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString('base64url')}`
  refreshTokens[token] = { tenantId: person.tenantId, oid: person.oid, usedAt: store.now().toISOString() }
  store.save()
  return token
}
