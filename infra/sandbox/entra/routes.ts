import type { FastifyInstance } from 'fastify'
import { sign } from '../keys.ts'
import { faultFor } from '../faults.ts'
import { registration } from '../seed/organisation.ts'
import type { Person, Store } from '../store.ts'
import { checkAssertion } from './check-assertion.ts'
import { checkScopes } from './check-scopes.ts'
import { body, refusals, type EntraRefusal } from './refusal.ts'
import { graphAudience, graphToken, idToken } from './tokens.ts'

const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const isRefusal = (value: object): value is EntraRefusal => 'number' in value

/** Entra ID, as far as Groei speaks with it: metadata, keys and the token endpoint of each tenant. */
export function entraRoutes(app: FastifyInstance, store: Store, base: () => string): void {
  const knows = (tenantId: string) => store.state.people.some((one) => one.tenantId === tenantId)

  app.get<{ Params: { tid: string } }>(
    '/:tid/v2.0/.well-known/openid-configuration',
    async (request, reply) => {
      const { tid } = request.params
      if (!knows(tid)) return reply.code(400).send(body(refusals.tenant, store.now()))
      return {
        issuer: `${base()}/${tid}/v2.0`,
        token_endpoint: `${base()}/${tid}/oauth2/v2.0/token`,
        authorization_endpoint: `${base()}/${tid}/oauth2/v2.0/authorize`,
        jwks_uri: `${base()}/${tid}/discovery/v2.0/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }
    },
  )

  app.get('/:tid/discovery/v2.0/keys', async () => ({
    keys: store.state.keys.map(({ kid, publicKey }) => ({ ...publicKey, kid, use: 'sig', alg: 'RS256' })),
  }))

  app.post<{ Params: { tid: string }; Body: Record<string, string> }>(
    '/:tid/oauth2/v2.0/token',
    async (request, reply) => {
      const { tid } = request.params
      const form = request.body ?? {}
      const fault = faultFor(store, 'entra', request.method, request.url)
      const answer = fault
        ? {
            status: fault.status,
            error: fault.code ?? 'temporarily_unavailable',
            number: 90033,
            text: 'A transient error has occurred.',
          }
        : await exchange(tid, form)
      const status = isRefusal(answer) ? answer.status : 200
      store.calls.push({
        service: 'entra',
        method: 'POST',
        path: String(form['grant_type']),
        user: null,
        status,
      })
      return reply.code(status).send(isRefusal(answer) ? body(answer, store.now()) : answer)
    },
  )

  async function exchange(tid: string, form: Record<string, string>): Promise<object | EntraRefusal> {
    if (!knows(tid)) return refusals.tenant
    if (form['client_id'] !== registration.clientId) return refusals.client
    if (form['client_secret'] !== registration.clientSecret) return refusals.secret
    switch (form['grant_type']) {
      case onBehalfOf: {
        if (form['requested_token_use'] !== 'on_behalf_of') return refusals.grant
        const person = await checkAssertion(store, base(), tid, form['assertion'] ?? '')
        return isRefusal(person) ? person : issue(person, form['scope'] ?? '')
      }
      case 'refresh_token': {
        const known = store.state.tokens[form['refresh_token'] ?? '']
        const person = store.state.people.find((one) => one.oid === known?.oid && one.tenantId === tid)
        return person ? issue(person, form['scope'] ?? '') : refusals.refresh
      }
      case 'client_credentials': {
        const now = Math.floor(store.now().getTime() / 1000)
        const claims = {
          iss: `${base()}/${tid}/v2.0`,
          aud: graphAudience,
          tid,
          appid: registration.clientId,
          roles: [],
          ver: '2.0',
        }
        return {
          token_type: 'Bearer',
          expires_in: 3599,
          access_token: await sign(store, { ...claims, iat: now, nbf: now, exp: now + 3600 }),
        }
      }
      default:
        return refusals.grant
    }
  }

  async function issue(person: Person, asked: string): Promise<object | EntraRefusal> {
    const scopes = checkScopes(asked, person)
    if (!Array.isArray(scopes)) return scopes
    const refresh = crypto.randomUUID()
    store.state.tokens[refresh] = { oid: person.oid, scopes }
    store.save()
    return {
      token_type: 'Bearer',
      scope: scopes.map((scope) => `https://graph.microsoft.com/${scope}`).join(' '),
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: await graphToken(store, base(), person, scopes),
      ...(asked.includes('offline_access') ? { refresh_token: refresh } : {}),
      id_token: await idToken(store, base(), person),
      client_info: Buffer.from(JSON.stringify({ uid: person.oid, utid: person.tenantId })).toString(
        'base64url',
      ),
    }
  }
}
