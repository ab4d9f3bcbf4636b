import type { ConversationDocument, PublicationDocument } from '../conversation/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import { oneOnOnes, type OneOnOne } from '../meeting/one-on-one.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { isOfPair, memberAt } from '../pair/policy.ts'
import { inviteFor, stretchFor } from './place.ts'
import { isSignedOut } from './waiting.ts'

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

type Seen = { next: OneOnOne | null; isLost: boolean }
/** `calendar`: the one in which `next` is written; null when its organiser has not signed in. */
export type FoundNext = Seen & { calendar: Calendar | null }

/** The pair's next 1-on-1 as its organiser's calendar has it. Null when neither of the two calendars can be read. */
export async function lookForNext(work: Work): Promise<FoundNext | null> {
  const { conversation, pair } = work
  const organiser = memberAt(pair, conversation.meeting.organiser)
  // Both calendars hold the same meetings; the organiser's is the likelier one to be written to.
  const inOrder = [...pair.members].sort((a, b) => Number(b === organiser) - Number(a === organiser))
  let none: FoundNext | null = null
  for (const member of inOrder) {
    const calendar = await work.calendarOf(member)
    if (!calendar) continue
    const seen = await findNext(calendar, work).catch(unlessSignedOut)
    if (seen === 'signed-out') continue
    const { next, isLost } = seen
    // Whoever is invited may have taken their own copy away: there is none when neither calendar has one.
    if (!next) {
      none ??= { next, calendar, isLost }
      continue
    }
    if (next.isOrganiser) return { next, calendar, isLost }
    const theirs = memberAt(pair, next.organiser.address)
    const written = theirs && theirs !== member ? await work.calendarOf(theirs) : null
    const same = written && (await findNext(written, work).catch(unlessSignedOut))
    return same && same !== 'signed-out' && same.next?.isOrganiser
      ? { next: same.next, calendar: written, isLost }
      : { next, calendar: null, isLost }
  }
  return none
}

function unlessSignedOut(error: unknown): 'signed-out' {
  if (isSignedOut(error)) return 'signed-out'
  throw error
}

async function findNext(calendar: Calendar, { conversation, pair, now }: Work): Promise<Seen> {
  const [from, to] = stretchFor(conversation, now)
  const meetings = oneOnOnes(await calendar.view(from, to)).filter((one) => isOfPair(pair, one))
  const target = conversation.publication?.target
  // Before what was looked at nothing is known.
  const isSeen = target != null && target.start >= from
  return {
    next: inviteFor(conversation, pair, meetings, now),
    isLost: isSeen && !meetings.some((one) => one.iCalUId === target.iCalUId),
  }
}
