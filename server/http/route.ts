import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { statusOf, type AnswerOf, type Endpoint, type RequestOf } from '../contract/endpoint.ts'
import { problemAnswers } from '../contract/problem.ts'

/** The authorisation hook that a route declares: `inConversation`, `inPair`, `asAdmin`, `asPerson` and the like. */
export type Gate = {
  preHandler: (request: FastifyRequest) => Promise<void>
  config?: FastifyContextConfig
  /** Before the body is read; `seldom` counts here. */
  onRequest?: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
}

type Types<E extends Endpoint> = {
  Params: RequestOf<E>['params']
  Querystring: RequestOf<E>['query']
  Body: RequestOf<E>['body']
}
type Answer<E extends Endpoint> = AnswerOf<E> extends null ? void : AnswerOf<E>
type Handler<E extends Endpoint> = (
  request: FastifyRequest<Types<E>>,
  reply: FastifyReply,
) => Promise<Answer<E>>

/** Serves an endpoint of the contract behind a gate. Its path, schemas and status are the endpoint's. */
export function route<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  gate: Gate,
  handler: Handler<NoInfer<E>>,
): void {
  const { method, path, params, query, body, response } = endpoint
  const status = statusOf(endpoint)
  app.route<Types<E>>({
    method,
    url: path,
    ...gate,
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      response: { [status]: response, ...problemAnswers },
    },
    handler: async (request, reply) => {
      const answer = await handler(request, reply)
      return reply.code(status).send(answer ?? null)
    },
  })
}
