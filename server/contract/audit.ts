import { Type } from 'typebox'
import { Role } from './pair.ts'
import { Instant, Nullable, Strict } from './shape.ts'

/**
 * All that the trail of a pair tells: who read or changed what the two share, or for how long it is kept. Never a word
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
  /** When the talk is that it is about; null when it is about the pair. */
  talk: Nullable(Instant),
})
export type AuditEntry = Type.Static<typeof AuditEntry>

/** Newest first; `next` asks for the entries before these. */
export const AuditPage = Strict({ entries: Type.Array(AuditEntry), next: Nullable(Type.String()) })
export type AuditPage = Type.Static<typeof AuditPage>

export const AuditQuery = Strict({ before: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) })
