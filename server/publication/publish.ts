import type { WaitingReason } from '../contract/publication.ts'
import type { ConversationDocument, PublicationDocument } from '../conversation/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import { GraphFailure } from '../graph/failure.ts'
import { carrySection, fingerprintOf, sectionIn } from '../invite/edited.ts'
import { mergeSection, removeSection, type Body } from '../invite/merge.ts'
import { referenceOf } from '../invite/reference.ts'
import { renderSection } from '../invite/render.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { changeInvite, isOutOfReach, readInvite } from './invite.ts'
import { lookForNext, memberAt, type Work } from './look.ts'
import { waitingFor } from './waiting.ts'

type Target = NonNullable<PublicationDocument['target']>

export type Outcome =
  | { kind: 'published'; next: OneOnOne; target: Target; handEdited: boolean }
  /** A later conversation of the two is finished: its section stands in the invite, and this one nowhere. */
  | { kind: 'superseded' }
  | { kind: 'waits'; reason: WaitingReason; retryAfter?: number | undefined; target: Target | null }

/**
 * Brings the section of a finished conversation to where it belongs: into the pair's next invite, in its organiser's
 * own calendar, and out of the one where it stood before. Repeating it changes nothing, so a worker that died
 * half-way is no harm. Three Graph calls when nobody interferes: list, read, write.
 * @throws MailboxBusy when another worker is in one of the calendars
 */
export async function publish(work: Work): Promise<Outcome> {
  const { conversation, publication, pair, now } = work
  const before = publication.target
  const reference = referenceOf(conversation._id)
  const waits = (reason: WaitingReason, more: { retryAfter?: number | undefined } = {}): Outcome => ({
    kind: 'waits',
    reason,
    ...more,
    target: before,
  })
  try {
    const found = await lookForNext(work)
    if (!found) return waits('organiser-sign-in')
    const others = await work.others()
    if (others.some((one) => isLater(one, conversation))) {
      // In the invite of a talk that is over it is history, and stays.
      if (before && before.start > now) await takeOut(work, before, reference)
      return { kind: 'superseded' }
    }
    if (publication.state === 'waiting' && conversation.standing === 'others-invited') {
      return waits('not-a-one-on-one')
    }
    const { next, calendar } = found
    if (!next || !calendar) {
      const reason = next ? 'organiser-sign-in' : 'no-next-meeting'
      // Nowhere to go. It stays in a later invite of the two, and as history in that of a talk that is over.
      const leaves = before !== null && (found.isLost || (!next && before.start > now))
      if (leaves) await takeOut(work, before, reference)
      return { kind: 'waits', reason, target: leaves ? null : before }
    }

    const wantsPrivate = pair.members.find((one) => one.address === next.organiser.address)?.keepPrivate
    if (wantsPrivate && !next.isPrivate) await calendar.makePrivate(next.seriesId ?? next.eventId)
    const stays = before?.iCalUId === next.iCalUId
    if (stays && publication.state === 'published' && isAsItWas(before, next)) {
      // Where it should be, and perhaps edited by hand since: looked up, and left alone.
      return {
        kind: 'published',
        next,
        target: targetOf(next, before),
        handEdited: publication.handEdited === true,
      }
    }
    const carried = before && !stays ? await editedIn(work, before, reference) : null
    // Others may read the old invite by now: it leaves there first, unless what a person wrote has to go along.
    if (before && !stays && !carried) await takeOut(work, before, reference)
    const older = others.map((one) => referenceOf(one._id))
    const written = await write({ ...work, calendar, next, reference, older, carried, stays })
    if (written.kind === 'published' && before && carried) await takeOut(work, before, reference)
    return written
  } catch (error) {
    if (error instanceof GraphFailure) {
      const { reason, retryAfter } = waitingFor(error)
      return waits(reason, { retryAfter })
    }
    throw error
  }
}

/** A series that is moved as a whole takes what stood in one of its invites away: a moved invite is read anew. */
const isAsItWas = (before: Target, next: OneOnOne): boolean =>
  before.start.getTime() === next.start.getTime() && before.end?.getTime() === next.end.getTime()

/** Of two conversations, the one whose talk was later; the same moment is decided the same way everywhere. */
const isLater = (a: ConversationDocument, b: ConversationDocument): boolean =>
  heldAt(a) > heldAt(b) || (heldAt(a).getTime() === heldAt(b).getTime() && a._id > b._id)

/** When the talk was planned as it was finished: a meeting that is put off afterwards makes it no later talk. */
const heldAt = ({ publication, meeting }: ConversationDocument): Date => publication?.heldAt ?? meeting.start

async function write(
  work: Work & {
    calendar: Calendar
    next: OneOnOne
    reference: string
    /** Sections of earlier conversations, which leave with this one's coming. */
    older: string[]
    /** The body of the invite where it stood and was edited. */
    carried: Body | null
    stays: boolean
  },
): Promise<Outcome> {
  const { publication, conversation, next, reference, carried, stays } = work
  const section = renderSection({
    reference,
    language: publication.language,
    meetingDate: conversation.meeting.start,
    timeZone: conversation.meeting.timeZone ?? 'UTC',
    summary: publication.summary,
  })
  let handEdited = false
  const changed = await changeInvite(work.calendar, next.eventId, (body) => {
    const cleared = work.older.reduce(removeSection, body)
    handEdited = stays && isEdited(cleared, reference, publication)
    if (handEdited) return cleared
    const moved = carried && carrySection(carried, cleared, reference)
    handEdited = moved !== null
    return moved ?? mergeSection(cleared, reference, section)
  })
  if (!changed.ok) return { kind: 'waits', reason: changed.reason, target: publication.target }
  const standing = sectionIn(changed.after.body, reference)
  const fingerprint = handEdited
    ? publication.target?.fingerprint
    : standing
      ? fingerprintOf(standing.text)
      : undefined
  const { changeKey } = changed.after
  return {
    kind: 'published',
    next,
    target: targetOf(next, { changeKey, ...(fingerprint ? { fingerprint } : {}) }),
    handEdited,
  }
}

/** Has somebody changed our section since we wrote it, and did nobody say that it may be written over? */
function isEdited(
  body: Body,
  reference: string,
  { target, handEdited, overEdited }: PublicationDocument,
): boolean {
  const standing = sectionIn(body, reference)
  if (!standing || overEdited) return false
  return (
    handEdited === true || (target?.fingerprint ? fingerprintOf(standing.text) !== target.fingerprint : false)
  )
}

/** The body in which the section stood, when it was edited there: what a person wrote goes along. */
async function editedIn(work: Work, place: Target, reference: string): Promise<Body | null> {
  const calendar = await calendarAt(work, place)
  const body = calendar && (await readInvite(calendar, place.eventId))
  return body && isEdited(body, reference, work.publication) ? body : null
}

/**
 * Takes the section out of an invite that is not the next one any more: cancelled, moved behind another, or with
 * others in it who have no business with what two people agreed.
 */
async function takeOut(work: Work, place: Target, reference: string): Promise<void> {
  const calendar = await calendarAt(work, place)
  if (!calendar) return
  try {
    await changeInvite(calendar, place.eventId, (body) => removeSection(body, reference))
  } catch (error) {
    if (!isOutOfReach(error)) throw error
  }
}

async function calendarAt({ pair, conversation, calendarOf }: Work, place: Target): Promise<Calendar | null> {
  const member = memberAt(pair, place.organiser ?? conversation.meeting.organiser)
  return member ? calendarOf(member) : null
}

const targetOf = (next: OneOnOne, written: { changeKey: string; fingerprint?: string }): Target => ({
  iCalUId: next.iCalUId,
  subject: next.subject,
  start: next.start,
  end: next.end,
  eventId: next.eventId,
  organiser: next.organiser.address,
  changeKey: written.changeKey,
  ...(written.fingerprint ? { fingerprint: written.fingerprint } : {}),
})
