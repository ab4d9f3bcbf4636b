import type { WaitingReason } from '../contract/publication.ts'
import type { ConversationDocument, PublicationDocument } from '../conversation/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import { GraphFailure } from '../graph/failure.ts'
import type { PersonKey } from '../graph/tokens.ts'
import { keepsMeetingBlob } from '../invite/guard.ts'
import { mergeSection, removeSection } from '../invite/merge.ts'
import { referenceOf } from '../invite/reference.ts'
import { renderSection } from '../invite/render.ts'
import { oneOnOnes, type OneOnOne } from '../meeting/one-on-one.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { keptJoinUrl, nextMeeting } from './place.ts'

const day = 24 * 60 * 60 * 1000
/** How far ahead the next meeting is looked for: once in eight weeks, and then some later. */
const horizon = 90 * day
/** Reading and merging again after somebody else's change (412), before it waits. */
const mergeAttempts = 3

export type Published = { ok: true; next: OneOnOne; target: NonNullable<PublicationDocument['target']> }
export type NotPublished = { ok: false; reason: WaitingReason; retryAfter?: number | undefined }

/**
 * Writes the section of a finished conversation into the pair's next invite, in the organiser's own calendar
 * and nowhere else. At most four Graph calls when nobody interferes: list, read, write, and a second list when
 * the next meeting has another organiser.
 */
export async function publish(
  conversation: ConversationDocument,
  publication: PublicationDocument,
  pair: PairDocument,
  calendarOfAbsent: (person: PersonKey) => Calendar,
  now: Date,
): Promise<Published | NotPublished> {
  const organiser = (address: string) => pair.members.find((member) => member.address === address)
  const calendarOf = (member: Member | undefined): Calendar | null =>
    member?.oid ? calendarOfAbsent({ tenantId: pair.tenantId, oid: member.oid }) : null
  try {
    let calendar = calendarOf(organiser(conversation.meeting.organiser))
    if (!calendar) return { ok: false, reason: 'organiser-sign-in' }
    let next = await findNext(calendar, pair, conversation, now)
    if (next && !next.isOrganiser) {
      calendar = calendarOf(organiser(next.organiser.address))
      if (!calendar) return { ok: false, reason: 'organiser-sign-in' }
      next = await findNext(calendar, pair, conversation, now)
    }
    const before = publication.target
    if (next && before?.iCalUId === next.iCalUId && publication.state === 'published') {
      // Where it should be, and perhaps edited by hand since: looked up, and left alone.
      return published(next, before)
    }
    const written: Published | NotPublished = next?.isOrganiser
      ? await write(calendar, next, conversation, publication)
      : { ok: false, reason: 'no-next-meeting' }
    if (before && before.iCalUId !== next?.iCalUId && (written.ok || !next)) {
      const theirs = calendarOf(organiser(before.organiser ?? conversation.meeting.organiser))
      if (theirs) await takeOut(theirs, before.eventId, referenceOf(conversation._id))
    }
    return written
  } catch (error) {
    if (error instanceof GraphFailure) return { ok: false, ...waitingFor(error) }
    throw error
  }
}

async function findNext(
  calendar: Calendar,
  pair: PairDocument,
  conversation: ConversationDocument,
  now: Date,
): Promise<OneOnOne | null> {
  const { start } = conversation.meeting
  const from = new Date(Math.max(start.getTime(), now.getTime()))
  const events = await calendar.view(from, new Date(from.getTime() + horizon))
  return nextMeeting(oneOnOnes(events), pair.key, { iCalUId: conversation.iCalUId, start }, now)
}

async function write(
  calendar: Calendar,
  next: OneOnOne,
  conversation: ConversationDocument,
  publication: PublicationDocument,
): Promise<Published | NotPublished> {
  const reference = referenceOf(conversation._id)
  for (let attempt = 1; attempt <= mergeAttempts; attempt += 1) {
    const before = await calendar.read(next.eventId)
    const section = renderSection({
      reference,
      language: publication.language,
      meetingDate: conversation.meeting.start,
      summary: publication.summary,
    })
    const body = mergeSection(before.body, reference, section)
    if (body.content === before.body.content) return published(next, before)
    if (!keepsMeetingBlob(before.body.content, body.content, before.joinUrl)) {
      return { ok: false, reason: 'join-link-at-risk' }
    }
    try {
      const after = await calendar.writeBody(next.eventId, before.etag, body)
      return keptJoinUrl(before, after) ? published(next, after) : { ok: false, reason: 'join-link-at-risk' }
    } catch (error) {
      if (!(error instanceof GraphFailure && error.reason === 'stale')) throw error
    }
  }
  return { ok: false, reason: 'changed-meanwhile' }
}

/**
 * Takes the section out of an invite that is not the next one any more: cancelled, moved behind another, or with
 * others in it who have no business with what two people agreed. An invite that is gone has nothing in it.
 */
async function takeOut(calendar: Calendar, eventId: string, reference: string): Promise<void> {
  for (let attempt = 1; attempt <= mergeAttempts; attempt += 1) {
    try {
      const before = await calendar.read(eventId)
      const body = removeSection(before.body, reference)
      if (body.content === before.body.content) return
      if (!keepsMeetingBlob(before.body.content, body.content, before.joinUrl)) return
      await calendar.writeBody(eventId, before.etag, body)
      return
    } catch (error) {
      if (error instanceof GraphFailure && error.reason === 'not-found') return
      if (!(error instanceof GraphFailure && error.reason === 'stale') || attempt === mergeAttempts)
        throw error
    }
  }
}

const published = (next: OneOnOne, written: { changeKey: string }): Published => ({
  ok: true,
  next,
  target: {
    iCalUId: next.iCalUId,
    subject: next.subject,
    start: next.start,
    eventId: next.eventId,
    organiser: next.organiser.address,
    changeKey: written.changeKey,
  },
})

function waitingFor(failure: GraphFailure): { reason: WaitingReason; retryAfter?: number | undefined } {
  switch (failure.reason) {
    case 'interaction-required':
    case 'unauthorised':
      return { reason: 'organiser-sign-in' }
    case 'throttled':
      return { reason: 'throttled', retryAfter: failure.retryAfter }
    case 'unavailable':
      return { reason: 'microsoft-unavailable', retryAfter: failure.retryAfter }
    case 'stale':
      return { reason: 'changed-meanwhile' }
    case 'not-found':
      return { reason: 'no-next-meeting' }
    case 'refused':
      return { reason: 'microsoft-refused' }
  }
}
