import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultFor, strike } from '../faults.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import {
  addMessage,
  changeMessage,
  chatOf,
  conversationIdOf,
  personOfConversation,
  type Activity,
} from './chat.ts'
import { checkBotToken } from './check-bot-token.ts'
import { readNewConversation } from './read-new-conversation.ts'

type InConversation = { Params: { id: string }; Body: object }
type OfActivity = { Params: { id: string; activityId: string }; Body: object }

/** In one thread a bot may send so many a second (docs/platform-facts.md, The bot). */
const perSecond = 7
/** A card may be so large, in bytes. */
const cardLimit = 28 * 1024

/** The bot connector, as far as a bot in a personal chat speaks with it, and the keys that sign what it sends. */
export function connectorRoutes(
  app: FastifyInstance,
  store: Store,
  addresses: { self: () => string; entra: () => string },
): void {
  const sent = new Map<string, number[]>()
  const error = (reply: FastifyReply, status: number, code: string, message: string) =>
    reply.code(status).send({ error: { code, message } })

  app.addHook('onResponse', async (request, reply) => {
    if (!request.url.includes('/v3/')) return
    const { method } = request
    store.calls.push({ service: 'bot', method, path: request.url, user: null, status: reply.statusCode })
  })
  app.get('/v1/.well-known/openidconfiguration', async () => ({
    issuer: addresses.self(),
    jwks_uri: `${addresses.self()}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  }))
  app.get('/v1/.well-known/keys', async () => ({
    keys: store.state.keys.map(({ kid, publicKey }) => ({ ...publicKey, kid, use: 'sig', alg: 'RS256' })),
  }))

  /** @returns whether it is the bot, and nothing was asked to go wrong; else it is answered */
  async function isLetIn(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const fault = faultFor(store, 'bot', request.method, request.url)
    if (fault && fault.after !== 'apply') {
      strike(fault)
      if (fault.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter)
      if (fault.status === 0) {
        request.raw.socket.destroy()
        reply.hijack()
      } else error(reply, fault.status, fault.code ?? 'ServiceError', 'The sandbox was asked to do this.')
      return false
    }
    if (!(await checkBotToken(store, addresses.entra(), request.headers.authorization))) {
      error(reply, 401, 'Unauthorized', 'Authorization has been denied for this request.')
      return false
    }
    return true
  }

  /** @returns the person of the chat; null when the request was refused, and answered */
  async function enter(request: FastifyRequest<InConversation>, reply: FastifyReply): Promise<Person | null> {
    if (!(await isLetIn(request, reply))) return null
    const person = personOfConversation(store, request.params.id)
    if (!person) {
      error(reply, 404, 'ConversationNotFound', 'Conversation not found.')
      return null
    }
    const chat = chatOf(store, person)
    if (!chat.installed || chat.blocked) {
      error(reply, 403, 'MessageWritesBlocked', 'The bot is blocked or not installed.')
      return null
    }
    if (JSON.stringify(request.body ?? {}).length > cardLimit + 2048) {
      error(reply, 413, 'MessageSizeTooBig', 'Message size too large.')
      return null
    }
    return person
  }

  // A bot may begin with a person whom it knows by their id in Entra, where it is installed for them alone.
  app.post('/v3/conversations', async (request, reply) => {
    if (!(await isLetIn(request, reply))) return reply
    const asked = readNewConversation(request.body)
    if (typeof asked === 'string') return error(reply, 400, 'BadArgument', asked)
    const person = store.directory.person(asked.member)
    if (person?.tenantId !== asked.tenantId || !person)
      return error(reply, 404, 'ConversationNotFound', 'The user is not found in the tenant.')
    const { installed, blocked } = chatOf(store, person)
    if (!installed)
      return error(
        reply,
        403,
        'ForbiddenOperationException',
        "The bot is not installed in the user's personal scope.",
      )
    if (blocked) return error(reply, 403, 'MessageWritesBlocked', 'The bot is blocked.')
    return reply.code(201).send({ id: conversationIdOf(person) })
  })

  app.get<InConversation>('/v3/conversations/:id/members', async (request, reply) => {
    const person = await enter(request, reply)
    if (!person) return reply
    const { oid, name, mail, upn, tenantId } = person
    return [{ id: `29:${oid}`, aadObjectId: oid, name, email: mail, userPrincipalName: upn, tenantId }]
  })

  app.post<InConversation>('/v3/conversations/:id/activities', async (request, reply) => {
    const person = await enter(request, reply)
    if (!person) return reply
    const now = performance.now()
    const recent = (sent.get(person.oid) ?? []).filter((at) => now - at < 1000)
    if (recent.length >= perSecond)
      return error(
        reply.header('retry-after', 1),
        429,
        'TooManyRequests',
        'Too many requests in this thread.',
      )
    sent.set(person.oid, [...recent, now])
    const { id } = addMessage(store, person, 'bot', request.body as Activity)
    const lost = faultFor(store, 'bot', request.method, request.url)
    if (lost?.after === 'apply') {
      strike(lost)
      return error(reply, lost.status || 504, 'GatewayTimeout', 'The answer was lost.')
    }
    return reply.code(201).send({ id })
  })

  app.put<OfActivity>('/v3/conversations/:id/activities/:activityId', async (request, reply) => {
    const person = await enter(request, reply)
    if (!person) return reply
    return changeMessage(store, person, request.params.activityId, request.body as Activity)
      ? { id: request.params.activityId }
      : error(reply, 404, 'ActivityNotFound', 'Activity not found.')
  })
}
