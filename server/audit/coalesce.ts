import type { AuditAction } from '../contract/audit.ts'
import type { Act } from './act.ts'

/** How much of an instant (ISO 8601) is the same within these. */
const lengths = { hour: 'YYYY-MM-DDTHH'.length, day: 'YYYY-MM-DD'.length, ever: 0 }

/**
 * What people do over and over is told once in so long, for each thing that it is about; everything else each time,
 * in its order. The open commitments come with each look at My 1-on-1s and with each card: they are told by the day.
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
 * The id that all have which are told as one, so that a unique id makes one entry of them; null for what is told
 * each by itself.
 */
export function coalescedId(what: AuditAction, { pairId, who, talk, about, at }: Act): string | null {
  const once = onceIn[what]
  if (!once) return null
  return [pairId, what, who, talk?.id, about, at.toISOString().slice(0, lengths[once])].join(' ')
}
