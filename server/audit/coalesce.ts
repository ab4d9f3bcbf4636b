import type { AuditAction } from '../contract/audit.ts'
import type { AuditEvent } from './event.ts'

/** How much of an instant (ISO 8601) is the same within these. */
const lengths = { hour: 'YYYY-MM-DDTHH'.length, day: 'YYYY-MM-DD'.length, ever: 0 }

/**
 * The period in which an action that people repeat makes one entry for each thing that it is about; every other action
 * makes an entry each time. The open commitments are read with each view of My 1-on-1s and with each card, so once a day.
 */
const onceIn: Partial<Record<AuditAction, keyof typeof lengths>> = {
  'made-pair': 'ever',
  'joined-pair': 'ever',
  opened: 'hour',
  'read-summary': 'hour',
  'read-scale': 'hour',
  'read-rating': 'hour',
  'read-review': 'hour',
  'read-commitments': 'day',
  exported: 'hour',
  'exported-review': 'hour',
  'changed-notes': 'hour',
  'asked-question': 'hour',
  'unasked-question': 'hour',
  'answered-scale': 'hour',
  'showed-rating': 'hour',
  'changed-review': 'hour',
  'changed-preparation': 'hour',
  'changed-commitment': 'hour',
  'followed-up': 'hour',
}

/**
 * The id that all events of one entry share, so that a unique id keeps one of them; null for an event that makes an
 * entry of its own.
 */
export function coalescedId(
  what: AuditAction,
  { pairId, who, conversation, about, at }: AuditEvent,
): string | null {
  const once = onceIn[what]
  if (!once) return null
  return [pairId, what, who, conversation?.id, about, at.toISOString().slice(0, lengths[once])].join(' ')
}
