import type { Calendar, EventBody } from '../graph/calendar.ts'
import { GraphFailure } from '../graph/failure.ts'
import { keepsMeetingBlob } from '../invite/guard.ts'
import type { Body } from '../invite/merge.ts'
import { keptJoinUrl } from './place.ts'

/** Reading and merging again after somebody else's change (412), before it waits. */
const attempts = 3

export type Changed =
  | { ok: true; before: Body; after: EventBody }
  | { ok: false; reason: 'join-link-at-risk' | 'changed-meanwhile' }

/**
 * Changes the body of one invite: reads it, writes it back whole with If-Match, and looks whether the meeting can
 * still be joined (platform facts, event bodies). What `change` leaves as it was is not written.
 * @throws GraphFailure
 */
export async function changeInvite(
  calendar: Calendar,
  eventId: string,
  change: (body: Body) => Body,
): Promise<Changed> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await calendar.read(eventId)
    const body = change(before.body)
    if (body.content === before.body.content) return { ok: true, before: before.body, after: before }
    if (!keepsMeetingBlob(before.body.content, body.content, before.joinUrl)) {
      return { ok: false, reason: 'join-link-at-risk' }
    }
    try {
      const after = await calendar.writeBody(eventId, before.etag, body)
      return keptJoinUrl(before, after)
        ? { ok: true, before: before.body, after }
        : { ok: false, reason: 'join-link-at-risk' }
    } catch (error) {
      if (!(error instanceof GraphFailure && error.reason === 'stale')) throw error
    }
  }
  return { ok: false, reason: 'changed-meanwhile' }
}
