import type { PublicationDocument, Target } from '../conversation/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import { GraphFailure } from '../graph/failure.ts'
import { carrySection, fingerprintOf, sectionIn } from '../invite/edited.ts'
import { mergeSection, removeSection, type Body } from '../invite/merge.ts'
import { renderSection } from '../invite/render.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { memberAt } from '../pair/policy.ts'
import { changeInvite, type Changed } from './invite.ts'
import type { Work } from './look.ts'
import { waitingFor } from './waiting.ts'

/** The section of one conversation, by the reference that it has in every invite. */
export type Section = Work & { reference: string }

type Written =
  | { ok: true; changeKey: string; fingerprint: string | undefined; handEdited: boolean }
  | Extract<Changed, { ok: false }>

/** Brings the section in an invite up to date. @throws GraphFailure */
export async function write(
  { publication, conversation, reference }: Section,
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
  const section = renderSection({
    reference,
    language: publication.language,
    meetingDate: conversation.meeting.start,
    timeZone: conversation.meeting.timeZone ?? 'UTC',
    summary: publication.summary,
  })
  let handEdited = false
  const changed = await changeInvite(calendar, next.eventId, (body) => {
    const cleared = older.reduce(removeSection, body)
    handEdited = stays && isEdited(cleared, reference, publication)
    if (handEdited) return cleared
    const moved = carried && carrySection(carried, cleared, reference)
    handEdited = moved !== null
    return moved ?? mergeSection(cleared, reference, section)
  })
  if (!changed.ok) return changed
  const standing = sectionIn(changed.after.body, reference)
  const written = standing ? fingerprintOf(standing.text) : undefined
  return {
    ok: true,
    changeKey: changed.after.changeKey,
    fingerprint: handEdited ? publication.target?.fingerprint : written,
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

/**
 * The body in which the section stood, when it was edited there: what a person wrote goes along. Null when it was not,
 * or when it is out of reach: what goes on elsewhere does not wait for it.
 * @throws GraphFailure
 */
export async function editedIn(section: Section, place: Target): Promise<Body | null> {
  try {
    const calendar = await calendarAt(section, place)
    const body = calendar && (await calendar.read(place.eventId)).body
    return body && isEdited(body, section.reference, section.publication) ? body : null
  } catch (error) {
    if (leftBy(error) !== null) return null
    throw error
  }
}

/**
 * `gone`: it is not there any more, which was seen, or there is no such invite. `changed-meanwhile`: it is still there,
 * for others changed it again and again. `out-of-reach`: only a person can help.
 */
export type Left = 'gone' | 'changed-meanwhile' | 'out-of-reach'

/**
 * Takes the section out of an invite that is not the next one any more: cancelled, moved behind another, or with
 * others in it who have no business with what two people agreed.
 * @throws GraphFailure when Microsoft does not answer, or asks to wait
 */
export async function takeOut(section: Section, place: Target): Promise<Left> {
  try {
    const calendar = await calendarAt(section, place)
    if (!calendar) return 'out-of-reach'
    const changed = await changeInvite(calendar, place.eventId, (body) =>
      removeSection(body, section.reference),
    )
    if (changed.ok) return sectionIn(changed.after.body, section.reference) ? 'changed-meanwhile' : 'gone'
    return changed.reason === 'changed-meanwhile' ? 'changed-meanwhile' : 'out-of-reach'
  } catch (error) {
    const left = leftBy(error)
    if (left === null) throw error
    return left
  }
}

/** What a failure means for an invite out of which the section goes; null: it may be tried again soon. */
function leftBy(error: unknown): Left | null {
  if (!(error instanceof GraphFailure)) return null
  if (error.reason === 'not-found') return 'gone'
  const { reason } = waitingFor(error)
  return reason === 'organiser-sign-in' || reason === 'microsoft-refused' ? 'out-of-reach' : null
}

async function calendarAt({ pair, conversation, calendarOf }: Work, place: Target): Promise<Calendar | null> {
  const member = memberAt(pair, place.organiser ?? conversation.meeting.organiser)
  return member ? calendarOf(member) : null
}
