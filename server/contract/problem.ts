import { Type } from 'typebox'

/**
 * Every way in which a request can be refused. `type` on the wire is `urn:groei:problem:<slug>` and never
 * changes; title and detail are in the reader's language. RFC 9457.
 */
export const problemSlugs = [
  'invalid-request',
  'too-large',
  'unauthenticated',
  'consent-required',
  'proof-required',
  'forbidden',
  'not-found',
  'not-a-one-on-one',
  'meeting-cancelled',
  'meeting-not-found',
  'commitment-limit',
  'commitment-closed',
  'carried-over',
  'changed-meanwhile',
  'summary-changed',
  'nothing-to-share',
  'no-next-conversation',
  'conversation-began',
  'conversation-finished',
  'conversation-past',
  'review-frozen',
  'not-your-role',
  'not-open',
  'switched-off',
  'template-needed',
  'template-missing',
  'enough',
  'planned-often',
  'pair-ended',
  'left',
  'too-many-requests',
  'microsoft-unavailable',
  'microsoft-refused',
  'keys-unavailable',
  'database-unavailable',
  'internal',
] as const
export type ProblemSlug = (typeof problemSlugs)[number]

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
