import { InteractionRequiredAuthError, AuthError } from '@azure/msal-node'
import { GraphError } from '@microsoft/microsoft-graph-client'

/** Everything that Microsoft can answer that we act on differently; an exhaustive switch keeps it honest. */
export type GraphFailureReason =
  | 'interaction-required'
  | 'unauthorised'
  | 'not-found'
  | 'gone'
  | 'stale'
  | 'throttled'
  | 'unavailable'
  | 'refused'

export class GraphFailure extends Error {
  override name = 'GraphFailure'
  readonly reason: GraphFailureReason
  /** Microsoft's own error code, safe to log. */
  readonly code: string
  /** Passed on to the sign-in prompt (Conditional Access). */
  readonly claims: string | undefined
  /** Seconds, from Retry-After. */
  readonly retryAfter: number | undefined
  constructor(reason: GraphFailureReason, code: string, more: { claims?: string; retryAfter?: number } = {}) {
    super(`${reason}: ${code}`)
    this.reason = reason
    this.code = code
    this.claims = more.claims
    this.retryAfter = more.retryAfter
  }
}

const reasonOfStatus = (status: number): GraphFailureReason => {
  if (status === 401) return 'unauthorised'
  if (status === 404) return 'not-found'
  if (status === 410) return 'gone'
  if (status === 412) return 'stale'
  if (status === 429) return 'throttled'
  if (status >= 500 || status <= 0) return 'unavailable'
  return 'refused'
}

/** What a call to Graph or Entra threw, in our words. */
export function graphFailure(error: unknown): GraphFailure {
  if (error instanceof GraphFailure) return error
  if (error instanceof InteractionRequiredAuthError) {
    return new GraphFailure('interaction-required', error.errorCode, { claims: error.claims })
  }
  if (error instanceof AuthError) {
    const refused = /invalid_grant|invalid_client|unauthorized_client|invalid_request/.test(error.errorCode)
    return new GraphFailure(refused ? 'unauthorised' : 'unavailable', error.errorCode)
  }
  if (error instanceof GraphError) {
    // What is no id at all is refused with 400; to who asks it is as absent as an unknown one.
    if (error.code === 'ErrorInvalidIdMalformed') return new GraphFailure('not-found', error.code)
    // As often with a status of its own as with 410 (Graph, "Use delta query", synchronization reset).
    if (/^syncStateNotFound$/i.test(error.code ?? '')) return new GraphFailure('gone', 'syncStateNotFound')
    const retryAfter = Number(error.headers?.get('retry-after') ?? Number.NaN)
    return new GraphFailure(
      reasonOfStatus(error.statusCode),
      error.code ?? String(error.statusCode),
      Number.isFinite(retryAfter) ? { retryAfter } : {},
    )
  }
  return new GraphFailure('unavailable', error instanceof Error ? error.name : 'unknown')
}
