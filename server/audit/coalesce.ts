import type { AuditAction } from '../contract/audit.ts'
import type { Role } from '../contract/pair.ts'

/** What people do over and over while they work is told once an hour; everything else each time, in its order. */
const onceAnHour: ReadonlySet<AuditAction> = new Set<AuditAction>([
  'opened',
  'exported',
  'changed-notes',
  'answered-scale',
  'changed-review',
  'changed-preparation',
  'changed-commitment',
  'followed-up',
])

/**
 * The id of an entry: the same for all that are told as one, so that a unique id makes one of them.
 * @param otherwise for those that are told each by itself
 */
export const entryId = (
  what: AuditAction,
  pairId: string,
  who: Role,
  conversationId: string | null,
  at: Date,
  otherwise: string,
): string =>
  onceAnHour.has(what)
    ? `${pairId} ${what} ${who} ${conversationId ?? ''} ${at.toISOString().slice(0, 13)}`
    : otherwise
