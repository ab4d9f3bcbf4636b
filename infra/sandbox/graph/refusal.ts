import type { FastifyReply, FastifyRequest } from 'fastify'

/** Graph's error: thrown by a check, answered by the one error handler. */
export class GraphRefusal extends Error {
  readonly status: number
  readonly code: string
  /** In seconds. */
  readonly retryAfter: number | undefined
  /** A code within the error, where the service has one. */
  readonly inner: string | undefined
  constructor(status: number, code: string, message: string, retryAfter?: number, inner?: string) {
    super(message)
    this.inner = inner
    this.retryAfter = retryAfter
    this.status = status
    this.code = code
  }
}

export const badRequest = (code: string, message: string) => new GraphRefusal(400, code, message)
export const invalidToken = (why: string) => new GraphRefusal(401, 'InvalidAuthenticationToken', why)
export const accessDenied = () =>
  new GraphRefusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
export const itemNotFound = () =>
  new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')

/** Seen as 404 and as 400 (office-js 1152, 2557; microsoft-authentication-library-for-js 7264). */
export const otherMailbox = (id: string, mailbox: string) =>
  new GraphRefusal(
    404,
    'ErrorInvalidMailboxItemId',
    `Item '${id}' doesn't belong to the targeted mailbox '${mailbox}'.`,
  )

export function errorBody(request: FastifyRequest, code: string, message: string, at: Date, inner?: string) {
  const own = request.headers['client-request-id']
  const id = crypto.randomUUID()
  return {
    error: {
      code,
      message,
      innerError: {
        ...(inner ? { code: inner } : {}),
        date: at.toISOString().slice(0, 19),
        'request-id': id,
        'client-request-id': typeof own === 'string' ? own : id,
      },
    },
  }
}

/** Whatever was thrown, as Graph answers it. */
export function answer(error: unknown, request: FastifyRequest, reply: FastifyReply, at: Date) {
  const { statusCode = 500, message = '' } = error as { statusCode?: number; message?: string }
  const refusal =
    error instanceof GraphRefusal
      ? error
      : new GraphRefusal(statusCode, statusCode < 500 ? 'BadRequest' : 'generalException', message)
  if (refusal.retryAfter !== undefined) reply.header('retry-after', refusal.retryAfter)
  return reply.code(refusal.status).send(errorBody(request, refusal.code, refusal.message, at, refusal.inner))
}
