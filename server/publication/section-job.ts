import type { PublicationDocument, Target } from '../conversation/collection.ts'
import type { Calendar, EventBody } from '../graph/calendar.ts'
import { GraphFailure } from '../graph/failure.ts'
import type { ChangedBody } from '../invite/body-work.ts'
import type { LastWritten } from '../invite/edited.ts'
import { TooLarge } from '../invite/limits.ts'
import type { Body } from '../invite/merge.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { memberAt } from '../pair/policy.ts'
import type { Work } from './next-invite-data.ts'
import { waitingFor, type Stuck } from './outcome.ts'

/** The section of one conversation, by the reference that it has in every invite. */
export type Section = Work & { reference: string }

type Written =
  | { ok: true; changeKey: string; fingerprint: string | undefined; handEdited: boolean }
  | Extract<Changed, { ok: false }>

/** Brings the section in an invite up to date. @throws GraphFailure */
export async function writeSection(
  work: Section,
  {
    calendar,
    next,
    stays,
    older,
    carried,
  }: {
    calendar: Calendar
    next: OneOnOne
    stays: boolean
    /** Sections of earlier conversations, which leave with this one's coming. */
    older: string[]
    /** The body of the invite where it stood and was edited. */
    carried: Body | null
  },
): Promise<Written> {
  const { publication, conversation, reference, bodies } = work
  const organiser = memberAt(work.pair, conversation.meeting.organiser)
  const rendering = {
    reference,
    language: publication.language,
    meetingDate: conversation.meeting.start,
    // A customised zone has no name: the day is that of the organiser's own.
    timeZone: conversation.meeting.timeZone ?? (organiser && (await work.zoneOf(organiser))) ?? 'UTC',
    summary: publication.summary,
  }
  const last = stays ? lastWritten(publication) : null
  let handEdited = false
  const changed = await changeInvite(calendar, next.eventId, async (invite) => {
    const written = await bodies.write(invite, rendering, { older, last, carried })
    handEdited = written.handEdited
    return written
  })
  if (!changed.ok) return changed
  const written = await bodies.fingerprint(changed.after, reference)
  return {
    ok: true,
    changeKey: changed.after.changeKey,
    fingerprint: handEdited ? publication.target?.fingerprint : (written ?? undefined),
    handEdited,
  }
}

const lastWritten = ({ target, handEdited, overEdited }: PublicationDocument): LastWritten => ({
  fingerprint: target?.fingerprint,
  handEdited,
  overEdited,
})

/**
 * The body in which the section stood, when it was edited there: what a person wrote goes along. Null when it was not,
 * or when it is out of reach: what goes on elsewhere does not wait for it.
 * @throws GraphFailure
 */
export async function editedIn(section: Section, invite: Target): Promise<Body | null> {
  try {
    const calendar = await calendarAt(section, invite)
    const there = calendar && (await calendar.read(invite.eventId))
    if (!there) return null
    const { bodies, reference, publication } = section
    return (await bodies.isEdited(there, reference, lastWritten(publication))) ? there.body : null
  } catch (error) {
    if (leftBy(error) !== null) return null
    throw error
  }
}

/**
 * `gone`: it is not there any more, which was seen, or there is no such invite. `changed-meanwhile`: it is still there,
 * for others changed it again and again. `out-of-reach`: only a person can help. `no-mailbox`: nobody can look, as long as
 * that mailbox is not in Microsoft 365. `altered`: something of it is there, and its marks are not what they were.
 */
type Left = 'gone' | 'changed-meanwhile' | 'out-of-reach' | Stuck

/**
 * Takes the section out of an invite that is not the next one any more: cancelled, moved behind another, or with
 * others in it who have no business with what two people agreed.
 * @throws GraphFailure when Microsoft does not answer, or asks to wait
 */
export async function takeOut(section: Section, invite: Target): Promise<Left> {
  try {
    const calendar = await calendarAt(section, invite)
    if (!calendar) return 'out-of-reach'
    const { bodies, reference } = section
    const changed = await changeInvite(calendar, invite.eventId, (body) => bodies.remove(body, reference))
    if (changed.ok) {
      if (await bodies.fingerprint(changed.after, reference)) return 'changed-meanwhile'
      return (await bodies.isNamed(changed.after, reference)) ? 'altered' : 'gone'
    }
    return changed.reason === 'changed-meanwhile' ? 'changed-meanwhile' : 'out-of-reach'
  } catch (error) {
    const left = leftBy(error)
    if (left === null) throw error
    return left
  }
}

/** The meaning of a failure for an invite out of which the section goes; null: it may be tried again soon. */
function leftBy(error: unknown): Left | null {
  if (error instanceof TooLarge) return 'out-of-reach'
  if (!(error instanceof GraphFailure)) return null
  if (error.reason === 'not-found') return 'gone'
  if (error.reason === 'no-mailbox') return 'no-mailbox'
  const { reason } = waitingFor(error)
  return reason === 'organiser-sign-in' || reason === 'microsoft-refused' ? 'out-of-reach' : null
}

async function calendarAt(
  { pair, conversation, calendarOf }: Work,
  invite: Target,
): Promise<Calendar | null> {
  const member = memberAt(pair, invite.organiser ?? conversation.meeting.organiser)
  return member ? calendarOf(member) : null
}

/** Reading and merging again after somebody else's change (412), before it waits. */
const attempts = 3

type Changed =
  | { ok: true; after: EventBody }
  | { ok: false; reason: 'join-link-at-risk' | 'changed-meanwhile' | 'too-large' }

/**
 * Changes the body of one invite: reads it, writes it back whole with If-Match, and looks whether the meeting can
 * still be joined (docs/platform-facts.md, Event bodies). What `change` leaves as it was is not written, and neither is
 * what is too large to be found again.
 * @throws GraphFailure
 */
async function changeInvite(
  calendar: Calendar,
  eventId: string,
  change: (invite: EventBody) => Promise<ChangedBody>,
): Promise<Changed> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await calendar.read(eventId)
    const changed = await change(before).catch(unlessTooLarge)
    if (!changed) return { ok: false, reason: 'too-large' }
    if (changed.body.content === before.body.content) return { ok: true, after: before }
    if (!changed.keepsBlob) return { ok: false, reason: 'join-link-at-risk' }
    try {
      const after = await calendar.writeBody(eventId, before.etag, changed.body)
      return keptJoinUrl(before, after) ? { ok: true, after } : { ok: false, reason: 'join-link-at-risk' }
    } catch (error) {
      if (!(error instanceof GraphFailure && error.reason === 'stale')) throw error
    }
  }
  return { ok: false, reason: 'changed-meanwhile' }
}

function unlessTooLarge(error: unknown): null {
  if (error instanceof TooLarge) return null
  throw error
}

/** Did writing keep the meeting joinable? Checked on what the service answered, not on what we sent. */
const keptJoinUrl = (before: EventBody, after: EventBody): boolean => before.joinUrl === after.joinUrl
