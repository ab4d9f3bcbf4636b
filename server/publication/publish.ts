import type { WaitingReason } from '../contract/publication.ts'
import type { ConversationDocument, PublicationDocument } from '../conversation/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import { GraphFailure } from '../graph/failure.ts'
import { carrySection, fingerprintOf, sectionIn } from '../invite/edited.ts'
import { mergeSection, removeSection, type Body } from '../invite/merge.ts'
import { referenceOf } from '../invite/reference.ts'
import { renderSection } from '../invite/render.ts'
import { oneOnOnes, type OneOnOne } from '../meeting/one-on-one.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { changeInvite, readInvite } from './invite.ts'
import { inviteFor, stretchFor } from './place.ts'
import { waitingFor } from './waiting.ts'

type Target = NonNullable<PublicationDocument['target']>

export type Outcome =
  | { kind: 'published'; next: OneOnOne; target: Target; handEdited: boolean }
  /** A later conversation of the two is finished: its section stands in the invite, and this one nowhere. */
  | { kind: 'superseded' }
  | { kind: 'waits'; reason: WaitingReason; retryAfter?: number | undefined; target: Target | null }

export type Work = {
  conversation: ConversationDocument
  publication: PublicationDocument
  pair: PairDocument
  /** The pair's other conversations whose sections stand somewhere or wait; read when it is this worker's turn. */
  others: () => Promise<ConversationDocument[]>
  /** The calendar of a member; null for one who has never been here. @throws MailboxBusy */
  calendarOf: (member: Member) => Promise<Calendar | null>
  now: Date
}

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
    if (!next) {
      const gone = before !== null && before.start > now
      if (gone) await takeOut(work, before, reference)
      return { ...waits('no-next-meeting'), target: gone ? null : before } as Outcome
    }
    if (!calendar) return waits('organiser-sign-in')

    const wantsPrivate = pair.members.find((one) => one.address === next.organiser.address)?.keepPrivate
    if (wantsPrivate && !next.isPrivate) await calendar.makePrivate(next.seriesId ?? next.eventId)
    const stays = before?.iCalUId === next.iCalUId
    if (stays && publication.state === 'published') {
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

/** Of two conversations, the one whose talk was later; the same moment is decided the same way everywhere. */
const isLater = (a: ConversationDocument, b: ConversationDocument): boolean =>
  a.meeting.start > b.meeting.start ||
  (a.meeting.start.getTime() === b.meeting.start.getTime() && a._id > b._id)

const memberAt = (pair: PairDocument, address: string): Member | undefined =>
  pair.members.find((member) => member.address === address)

/**
 * The pair's next 1-on-1 as its organiser's calendar has it, and that calendar; `calendar` is null when the organiser
 * has not signed in. Null when neither of the two calendars can be read.
 */
async function lookForNext(work: Work): Promise<{ next: OneOnOne | null; calendar: Calendar | null } | null> {
  const { conversation, pair } = work
  const organiser = memberAt(pair, conversation.meeting.organiser)
  // Both calendars hold the same meetings; the organiser's is the likelier one to be written to.
  const inOrder = [...pair.members].sort((a, b) => Number(b === organiser) - Number(a === organiser))
  for (const member of inOrder) {
    const calendar = await work.calendarOf(member)
    const next = calendar && (await findNext(calendar, work).catch(unlessSignedOut))
    if (!calendar || next === 'signed-out') continue
    if (!next || next.isOrganiser) return { next, calendar }
    const theirs = memberAt(pair, next.organiser.address)
    const written = theirs && theirs !== member ? await work.calendarOf(theirs) : null
    const same = written && (await findNext(written, work).catch(unlessSignedOut))
    return same && same !== 'signed-out' && same.isOrganiser
      ? { next: same, calendar: written }
      : { next, calendar: null }
  }
  return null
}

function unlessSignedOut(error: unknown): 'signed-out' {
  if (error instanceof GraphFailure && waitingFor(error).reason === 'organiser-sign-in') return 'signed-out'
  throw error
}

async function findNext(calendar: Calendar, { conversation, pair, now }: Work): Promise<OneOnOne | null> {
  const events = await calendar.view(...stretchFor(conversation, now))
  return inviteFor(conversation, pair.key, oneOnOnes(events), now)
}

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
    // An invite that is gone has nothing in it.
    if (!(error instanceof GraphFailure && error.reason === 'not-found')) throw error
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
