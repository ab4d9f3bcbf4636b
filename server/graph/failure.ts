import { InteractionRequiredAuthError, AuthError } from '@azure/msal-node'
import { GraphError } from '@microsoft/microsoft-graph-client'
import { mailboxFailure } from './mailbox-failure.ts'

/** Everything that Microsoft can answer that we act on differently; an exhaustive switch keeps it honest. */
export type GraphFailureReason =
  | 'interaction-required'
  | 'unauthorised'
  | 'not-found'
  | 'gone'
  /** There is no such mailbox in Exchange Online, and so nothing is known of what is in it. */
  | 'no-mailbox'
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
  if (status >= 500) return 'unavailable'
  return 'refused'
}

/**
 * A call that came to nothing on its way. `fetch` says so with these words; the Graph client puts the name of whatever
 * was thrown in `code`.
 */
function isOfNetwork(name: string | null, message: string): boolean {
  if (name === 'AbortError' || name === 'TimeoutError') return true
  return name === 'TypeError' && (message === 'fetch failed' || message === 'terminated')
}

/**
 * An error of a call to Graph or Entra as a GraphFailure. An error that is neither theirs nor the network's is a fault of
 * ours and stays as it is: nobody is to read that Microsoft is unavailable when we are wrong.
 */
export function graphFailure(error: unknown): unknown {
  if (error instanceof GraphFailure) return error
  if (error instanceof InteractionRequiredAuthError) {
    return new GraphFailure('interaction-required', error.errorCode, { claims: error.claims })
  }
  if (error instanceof AuthError) {
    const refused = /invalid_grant|invalid_client|unauthorized_client|invalid_request/.test(error.errorCode)
    return new GraphFailure(refused ? 'unauthorised' : 'unavailable', error.errorCode)
  }
  if (error instanceof GraphError) return ofGraph(error)
  if (error instanceof Error && isOfNetwork(error.name, error.message))
    return new GraphFailure('unavailable', error.name)
  return error
}

function ofGraph(error: GraphError): Error {
  const { code, statusCode, headers } = error
  if (isOfNetwork(code, error.message)) return new GraphFailure('unavailable', code ?? 'network')
  // There was no answer, and not for want of a network.
  if (statusCode <= 0) return new Error('not sent', { cause: error })
  const ofMailbox = mailboxFailure(code ?? '', error.message)
  if (ofMailbox) return new GraphFailure(ofMailbox, code ?? '')
  // A malformed id is refused with 400, one of another mailbox with 400 or 404; for the caller either is absent.
  if (code === 'ErrorInvalidIdMalformed' || code === 'ErrorInvalidMailboxItemId')
    return new GraphFailure('not-found', code)
  // As often with a status of its own as with 410 (Graph, "Use delta query", synchronization reset).
  if (/^syncStateNotFound$/i.test(code ?? '')) return new GraphFailure('gone', 'syncStateNotFound')
  const retryAfter = Number(headers?.get('retry-after') ?? Number.NaN)
  return new GraphFailure(
    reasonOfStatus(statusCode),
    code ?? String(statusCode),
    Number.isFinite(retryAfter) ? { retryAfter } : {},
  )
}
