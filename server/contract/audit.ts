import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Role } from './pair.ts'
import { Instant, Nullable, Strict } from './shape.ts'

/**
 * All that the audit log of a pair tells: who read or changed what the two share, or for how long it is kept. Never a word
 * of it.
 */
export const auditActions = [
  'made-pair',
  'joined-pair',
  'opened',
  'read-summary',
  'read-scale',
  'read-rating',
  'read-review',
  'read-commitments',
  'exported',
  'exported-review',
  'changed-notes',
  'chose-template',
  'chose-usual-template',
  'asked-question',
  'unasked-question',
  'answered-scale',
  'showed-rating',
  'finished',
  'shared-preparation',
  'changed-preparation',
  'took-back-preparation',
  'made-commitment',
  'changed-commitment',
  'removed-commitment',
  'followed-up',
  'answered-commitment',
  'corrected-progress',
  'removed-progress',
  'planned',
  'agreed-rhythm',
  'changed-review',
  'changed-privacy',
  'named-note-taker',
  'changed-retention',
  'switched-parts',
  'ended',
  'asked-deletion',
] as const
export type AuditAction = (typeof auditActions)[number]

/** One of the two, or an admin, who changed what holds for all and read nothing. */
export const AuditWho = Type.Union([Role, Type.Literal('admin')])
export type AuditWho = Type.Static<typeof AuditWho>

export const AuditEntry = Strict({
  at: Instant,
  who: AuditWho,
  what: Type.Enum([...auditActions]),
  /** When the conversation is that it is about; null when it is about the pair. */
  conversation: Nullable(Instant),
})
export type AuditEntry = Type.Static<typeof AuditEntry>

/** Newest first; `next` asks for the entries before these. */
export const AuditPage = Strict({ entries: Type.Array(AuditEntry), next: Nullable(Type.String()) })
export type AuditPage = Type.Static<typeof AuditPage>

const AuditQuery = Strict({ before: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) })

/** Actions of admins for the whole organisation. The first two concern every pair, and are in the log of each too. */
const adminActions = [
  'changed-retention',
  'switched-parts',
  'changed-language',
  'chose-templates',
  'published-template',
  'withdrew-template',
  'renewed-key',
] as const
export type AdminAction = (typeof adminActions)[number]

const AdminValue = Nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean()]))
/** A setting that an admin changed, and its values; null: there was none before, or is none any more. */
export const AdminChange = Strict({ what: Type.String(), from: AdminValue, to: AdminValue })
export type AdminChange = Type.Static<typeof AdminChange>

export const AdminEntry = Strict({
  at: Instant,
  /** Null: they deleted all of theirs since. */
  by: Nullable(Strict({ oid: Type.String(), name: Type.String() })),
  did: Type.Enum([...adminActions]),
  changes: Type.Array(AdminChange),
})
export type AdminEntry = Type.Static<typeof AdminEntry>

/** Newest first; `next` asks for the entries before these. */
export const AdminAuditPage = Strict({ entries: Type.Array(AdminEntry), next: Nullable(Type.String()) })
export type AdminAuditPage = Type.Static<typeof AdminAuditPage>

export const getAdminAudit = endpoint('GET /api/tenant/audit', {
  query: AuditQuery,
  response: AdminAuditPage,
})

export const getAudit = endpoint('GET /api/pairs/:pairId/audit', { query: AuditQuery, response: AuditPage })
