import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { problemStatus, problemType, type Problem, type ProblemSlug } from '../contract/problem.ts'
import type { Language } from '../contract/shape.ts'
import { isUnavailable } from '../database/mongo-failure.ts'
import { GraphFailure, type GraphFailureReason } from '../graph/failure.ts'
import { TokenRefused } from '../http/token-refused.ts'
import { problemTexts } from '../http/problem-texts.ts'
import { KeysUnavailable, Unreadable } from '../sealing/sealing.ts'

/** A request is refused for a reason that the person may read. Routes throw it; rules return values. */
export class Refused extends Error {
  override name = 'Refused'
  readonly slug: ProblemSlug
  readonly extra: Partial<Pick<Problem, 'claims' | 'errors'>>
  constructor(
    slug: ProblemSlug,
    extra: Partial<Pick<Problem, 'claims' | 'errors'>> = {},
    why?: { cause: Error },
  ) {
    super(slug, why)
    this.slug = slug
    this.extra = extra
  }
}

/** Input is wrong in one place (JSON pointer). */
export const invalid = (pointer: string, message: string): Refused =>
  new Refused('invalid-request', { errors: [{ pointer, message }] })

declare module 'fastify' {
  interface FastifyRequest {
    /** Why it was refused, for the log: one line tells that and what became of the request. */
    refusal: { problem: ProblemSlug; cause: string | undefined } | null
    /** The language of everybody in this person's organisation; null when each has their own, or it is not known. */
    oneLanguage: Language | null
  }
}

/** The language of an answer: the organisation's choice, else Dutch or English by Accept-Language. */
export function languageOf(request: FastifyRequest): Language {
  if (request.oneLanguage) return request.oneLanguage
  const header = request.headers['accept-language'] ?? ''
  return /^\s*nl\b/i.test(header) ? 'nl' : 'en'
}

const slugOfGraph: Record<GraphFailureReason, ProblemSlug> = {
  'interaction-required': 'consent-required',
  unauthorised: 'unauthenticated',
  'not-found': 'meeting-not-found',
  gone: 'meeting-not-found',
  'no-mailbox': 'no-mailbox',
  stale: 'changed-meanwhile',
  throttled: 'microsoft-unavailable',
  unavailable: 'microsoft-unavailable',
  refused: 'microsoft-refused',
}

type FastifyFailure = {
  code?: string
  statusCode?: number
  validation?: { instancePath: string; message?: string; params: Record<string, unknown> }[]
}

function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof GraphFailure) {
    // With claims it is Conditional Access: the person has consented, and has to prove who they are.
    return error.claims
      ? new Refused('proof-required', { claims: error.claims })
      : new Refused(slugOfGraph[error.reason])
  }
  if (error instanceof KeysUnavailable) return new Refused('keys-unavailable')
  if (error instanceof Unreadable) return new Refused('content-unreadable')
  if (isUnavailable(error)) return new Refused('database-unavailable')
  const failure = error as FastifyFailure
  if (failure.validation) {
    const errors = failure.validation.map((one) => {
      const unknown = one.params['additionalProperty']
      const extra = typeof unknown === 'string' ? ` (${unknown.slice(0, 60)})` : ''
      return { pointer: one.instancePath || '/', message: `${one.message ?? 'is invalid'}${extra}` }
    })
    return new Refused('invalid-request', { errors })
  }
  if (failure.statusCode === 413) return new Refused('too-large')
  if (failure.statusCode === 429) return new Refused('too-many-requests')
  if (failure.statusCode === 404) return new Refused('not-found')
  if (failure.statusCode && failure.statusCode < 500) return new Refused('invalid-request')
  return new Refused('internal')
}

/** Problems that are faults of the server, so they are logged. */
const ours: ReadonlySet<ProblemSlug> = new Set<ProblemSlug>([
  'internal',
  'template-missing',
  'database-unavailable',
])

/** The RFC 9457 answer to what went wrong, in the reader's language; the one place that maps to HTTP. */
function answer(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalOf(error)
  if (ours.has(refusal.slug)) request.log.error({ err: error }, 'unexpected failure')
  else request.refusal = { problem: refusal.slug, cause: causeOf(error) }
  const problem: Problem = {
    type: problemType(refusal.slug),
    ...problemTexts[languageOf(request)][refusal.slug],
    status: problemStatus[refusal.slug],
    instance: request.id,
    ...refusal.extra,
  }
  return reply.code(problem.status).type('application/problem+json').send(problem)
}

/** Answers a request that Fastify cannot route, such as one with a malformed path; no hook runs for it. */
export const unroutable = (error: unknown, request: FastifyRequest, reply: FastifyReply): void =>
  void answer(error, request, reply.header('x-content-type-options', 'nosniff'))

/** Answers in words for everything that goes wrong. */
export const problems = fp(
  async (app: FastifyInstance) => {
    app.decorateRequest('oneLanguage', null)
    app.decorateRequest('refusal', null)
    app.setErrorHandler(answer)
  },
  { name: 'problems' },
)

/** A code, never a service's text: a message can quote a subject or an address. Our own two messages are words of ours. */
function causeOf(error: unknown): string | undefined {
  if (error instanceof GraphFailure) return error.code
  if (error instanceof KeysUnavailable || error instanceof Unreadable) return error.message
  return error instanceof Refused && error.cause instanceof TokenRefused ? error.cause.message : undefined
}
