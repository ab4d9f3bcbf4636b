import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultFor, strike } from '../faults.ts'
import type { Fault, Person, SetFault } from '../model.ts'
import type { Store } from '../store.ts'
import { concurrency } from './check-concurrency.ts'
import { checkMailbox } from './check-mailbox.ts'
import { checkToken } from './check-token.ts'
import { answer, badRequest, errorBody, GraphRefusal } from './refusal.ts'

export type Caller = { person: Person; clientId: string }

/** The service as the endpoints use it. */
export type Graph = {
  store: Store
  base(): string
  /** The beginning of Entra's issuers. */
  issuers(): string
  /** @throws GraphRefusal when the token is missing, wrong or holds none of the scopes */
  enter(request: FastifyRequest, scopes: string[]): Promise<Person>
  /** As `enter`, and which application it is. */
  caller(request: FastifyRequest, scopes: string[]): Promise<Caller>
  /**
   * As `enter`, to a mailbox, where few may be at a time.
   * @throws GraphRefusal also when there are too many
   */
  enterMailbox(request: FastifyRequest, scopes: string[]): Promise<Person>
}

/** Hooks that all endpoints share: faults that were asked for, the list of calls, Graph's form of an error. */
export function graphService(
  app: FastifyInstance,
  store: Store,
  base: () => string,
  issuers: () => string,
): Graph {
  const who = new WeakMap<FastifyRequest, Person>()
  const leave = new WeakMap<FastifyRequest, () => void>()
  const mailboxes = concurrency(store)
  const losing = new WeakMap<FastifyRequest, SetFault>()
  const note = (request: FastifyRequest, status: number) => {
    const path = request.url.slice(new URL(base()).pathname.length)
    store.calls.push({
      service: 'graph',
      method: request.method,
      path,
      user: who.get(request)?.upn ?? null,
      status,
    })
  }
  const drop = (request: FastifyRequest, reply: FastifyReply) => {
    note(request, 0)
    request.raw.socket.destroy()
    return reply.hijack()
  }

  app.addHook('onRequest', async (request, reply) => {
    const fault = faultFor(store, 'graph', request.method, request.url)
    if (fault?.after === 'apply') losing.set(request, fault)
    else if (fault) {
      strike(fault)
      if (fault.takes) await setTimeout(fault.takes)
      if (fault.status === 0) return drop(request, reply)
      if (fault.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter)
      throw new GraphRefusal(
        fault.status,
        codeOf(fault),
        'The service did what the sandbox was asked to make it do.',
      )
    }
  })

  app.addHook('onRequest', async (request, reply) => {
    // When the answer is out, or the connection gone.
    reply.raw.once('close', () => leave.get(request)?.())
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = losing.get(request)
    const lost = fault && reply.statusCode < 400 ? strike(fault) : null
    if (lost?.status === 0) {
      note(request, 0)
      request.raw.socket.destroy()
      return payload
    }
    if (lost) reply.code(lost.status).type('application/json')
    // Before it is sent: whoever has the answer finds the call in the list.
    note(request, reply.statusCode)
    reply.header('request-id', crypto.randomUUID())
    if (!lost) return payload
    reply.removeHeader('content-length')
    if (lost.retryAfter !== undefined) reply.header('retry-after', lost.retryAfter)
    return JSON.stringify(errorBody(request, codeOf(lost), 'The answer was lost.', store.now()))
  })

  app.setErrorHandler((error, request, reply) => answer(error, request, reply, store.now()))
  app.all('/*', async (request) => {
    const path = request.url.split('?')[0]?.slice(new URL(base()).pathname.length)
    throw badRequest(
      'BadRequest',
      `Resource not found for the segment '${path}', or not for ${request.method}.`,
    )
  })

  const caller = async (request: FastifyRequest, scopes: string[]): Promise<Caller> => {
    const found = await checkToken(store, issuers(), request.headers.authorization, scopes)
    who.set(request, found.person)
    return found
  }
  return {
    store,
    base,
    issuers,
    caller,
    enter: async (request, scopes) => (await caller(request, scopes)).person,
    enterMailbox: async (request, scopes) => {
      const { person, clientId } = await caller(request, scopes)
      checkMailbox(person)
      leave.set(request, mailboxes.enter(clientId, person.upn))
      await store.latency.wait(person.upn)
      return person
    },
  }
}

const codes: Record<number, string> = {
  401: 'InvalidAuthenticationToken',
  403: 'ErrorAccessDenied',
  404: 'ErrorItemNotFound',
  412: 'ErrorIrresolvableConflict',
  429: 'ApplicationThrottled',
  503: 'serviceNotAvailable',
  504: 'gatewayTimeout',
}
const codeOf = (fault: Fault): string => fault.code ?? codes[fault.status] ?? 'generalException'
