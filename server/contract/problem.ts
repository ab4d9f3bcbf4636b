import { Type } from 'typebox'

/**
 * Every way in which a request can be refused, with its HTTP status. `type` on the wire is `urn:groei:problem:<slug>` and
 * never changes; title and detail are in the reader's language. RFC 9457.
 */
export const problemStatus = {
  'invalid-request': 400,
  'too-large': 413,
  unauthenticated: 401,
  'consent-required': 403,
  'proof-required': 403,
  forbidden: 403,
  'not-found': 404,
  'not-a-one-on-one': 422,
  'meeting-cancelled': 422,
  'meeting-not-found': 404,
  'other-account': 404,
  'no-mailbox': 422,
  'commitment-limit': 409,
  'commitment-closed': 409,
  'carried-over': 409,
  'changed-meanwhile': 409,
  'summary-changed': 409,
  'nothing-to-share': 422,
  'no-next-conversation': 409,
  'conversation-began': 409,
  'conversation-finished': 409,
  'conversation-past': 409,
  'review-frozen': 409,
  'not-your-role': 403,
  'not-open': 422,
  'switched-off': 403,
  'template-needed': 409,
  'template-missing': 500,
  enough: 409,
  'planned-often': 429,
  'pair-ended': 409,
  left: 409,
  'too-many-requests': 429,
  'microsoft-unavailable': 503,
  'microsoft-refused': 502,
  'keys-unavailable': 503,
  'content-unreadable': 410,
  'database-unavailable': 503,
  internal: 500,
} as const
export type ProblemSlug = keyof typeof problemStatus
export const problemSlugs = Object.keys(problemStatus) as ProblemSlug[]

export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  /** For support: the id under which the server's log knows this request. */
  instance: Type.String(),
  /** `invalid-request` only: which fields, in JSON pointer form, and why. */
  errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), message: Type.String() }))),
  /** `proof-required` only: what the client passes on to the sign-in prompt. */
  claims: Type.Optional(Type.String()),
})
export type Problem = Type.Static<typeof Problem>

export const problemType = (slug: ProblemSlug): string => `urn:groei:problem:${slug}`

/** Declared at every route: what any of them can answer besides success. */
export const problemAnswers = { '4xx': Problem, '5xx': Problem }
