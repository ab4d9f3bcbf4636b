import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultFor, strike } from '../faults.ts'
import type { Store } from '../store.ts'
import { checkTenant } from './check-tenant.ts'
import { beginDeviceSignIn, devicePolls } from './device-code.ts'
import { exchange, type Addresses, type Form } from './exchange.ts'
import { errorBody, isRefusal, type EntraRefusal } from './refusal.ts'
import { issuerOf } from './tokens.ts'

type OfTenant = { Params: { tid: string } }

/** Entra ID, as far as Groei speaks with it: metadata, keys and the token endpoint of each tenant. */
export function entraRoutes(app: FastifyInstance, store: Store, addresses: () => Addresses): void {
  /** The metadata and the keys break down only when it is them that were asked to. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const fault = faultFor(store, 'entra', request.method, request.url)
    if (fault?.method !== 'GET') return
    strike(fault)
    if (fault.status === 0) {
      request.raw.socket.destroy()
      reply.hijack()
    } else await reply.code(fault.status).send(errorBody(transient(fault), store.now()))
  }

  const poll = devicePolls()

  app.get<OfTenant>('/:tid/v2.0/.well-known/openid-configuration', { onRequest }, async (request, reply) => {
    const { tid } = request.params
    const refused = checkTenant(store, tid)
    if (refused) return reply.code(refused.status).send(errorBody(refused, store.now()))
    const base = `${addresses().entra}/${tid}`
    return {
      issuer: issuerOf(addresses().entra, tid),
      token_endpoint: `${base}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    }
  })

  app.get<OfTenant>('/:tid/discovery/v2.0/keys', { onRequest }, async (request, reply) => {
    const refused = checkTenant(store, request.params.tid)
    if (refused) return reply.code(refused.status).send(errorBody(refused, store.now()))
    return {
      keys: store.state.keys.map(({ kid, publicKey }) => ({ ...publicKey, kid, use: 'sig', alg: 'RS256' })),
    }
  })

  app.post<OfTenant & { Body: Form | null }>('/:tid/oauth2/v2.0/devicecode', async (request, reply) => {
    const { tid } = request.params
    const answer =
      checkTenant(store, tid) ?? beginDeviceSignIn(store, addresses().entra, tid, request.body ?? {})
    if (!isRefusal(answer)) return answer
    return reply.code(answer.status).send(errorBody(answer, store.now()))
  })

  app.post<OfTenant & { Body: Form | null }>('/:tid/oauth2/v2.0/token', async (request, reply) => {
    const form = request.body ?? {}
    const fault = faultFor(store, 'entra', request.method, request.url)
    const answer = fault
      ? transient(strike(fault))
      : await exchange(store, poll, addresses(), request.params.tid, form)
    const status = isRefusal(answer) ? answer.status : 200
    store.calls.push({ service: 'entra', method: 'POST', path: form['grant_type'] ?? '', user: null, status })
    if (status === 0) {
      request.raw.socket.destroy()
      return reply.hijack()
    }
    if (fault?.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter)
    reply.code(status).header('cache-control', 'no-store')
    return isRefusal(answer) ? errorBody(answer, store.now()) : answer
  })

  const transient = (fault: Partial<EntraRefusal> & { status: number; code?: string }): EntraRefusal => ({
    status: fault.status,
    error: fault.code ?? 'temporarily_unavailable',
    number: 90033,
    text: 'A transient error has occurred. Please try again.',
    ...(fault.suberror ? { suberror: fault.suberror } : {}),
    ...(fault.claims ? { claims: fault.claims } : {}),
  })
}
