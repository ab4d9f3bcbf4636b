import type { FastifyReply } from 'fastify'

/** Graph's error: thrown by a check, answered by the one error handler. */
export class GraphRefusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const invalidToken = (why: string) => new GraphRefusal(401, 'InvalidAuthenticationToken', why)
export const accessDenied = () =>
  new GraphRefusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
export const itemNotFound = () =>
  new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
export const badRequest = (code: string, message: string) => new GraphRefusal(400, code, message)

export function answer(reply: FastifyReply, refusal: GraphRefusal, at: Date) {
  const id = crypto.randomUUID()
  return reply.code(refusal.status).send({
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: { date: at.toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id },
    },
  })
}
