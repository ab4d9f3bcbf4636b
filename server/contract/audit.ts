import { Type } from 'typebox'
import { Role } from './pair.ts'
import { Instant, Nullable, Strict } from './shape.ts'

/** All that the trail of a pair tells: who read or changed what the two share. Never a word of it. */
export const auditActions = [
  'opened',
  'exported',
  'changed-notes',
  'chose-template',
  'chose-usual-template',
  'answered-scale',
  'finished',
  'shared-preparation',
  'changed-preparation',
  'took-back-preparation',
  'made-commitment',
  'changed-commitment',
  'removed-commitment',
  'followed-up',
  'answered-commitment',
  'planned',
  'agreed-rhythm',
  'changed-review',
  'ended',
  'asked-deletion',
] as const
export type AuditAction = (typeof auditActions)[number]

export const AuditEntry = Strict({
  at: Instant,
  who: Role,
  what: Type.Enum([...auditActions]),
  /** When the talk is that it is about; null when it is about the pair. */
  talk: Nullable(Instant),
})
export type AuditEntry = Type.Static<typeof AuditEntry>

/** Newest first; `next` asks for the entries before these. */
export const AuditPage = Strict({ entries: Type.Array(AuditEntry), next: Nullable(Type.String()) })
export type AuditPage = Type.Static<typeof AuditPage>

export const AuditQuery = Strict({ before: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) })
