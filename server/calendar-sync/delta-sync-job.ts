import type { ConversationDocument } from '../conversation/collection.ts'
import { conversationMutations } from '../conversation/mutations.ts'
import type { Collection } from '../database/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import type { CalendarDelta, Changes } from '../graph/calendar-delta.ts'
import { GraphFailure } from '../graph/failure.ts'
import type { MailboxDocument } from '../mailbox/collection.ts'
import type { PairDocument } from '../pair/collection.ts'
import { publicationMutations } from '../publication/mutations.ts'
import { withLookups } from './outside-window-data.ts'
import { effectsOf, touchedBy, type Known } from './effects.ts'
import { needsWindow, windowFrom } from './schedule.ts'

type Parts = {
  conversations: Collection<ConversationDocument>
  known: Known & { pairs: PairDocument[] }
  /** The person's addresses in their pairs. */
  owner: string[]
  calendar: Calendar
  delta: CalendarDelta
  now: Date
  /** A conversation that its screens have to show anew. */
  onChanged: (conversationId: string) => void
}

/**
 * Reads what changed in a mailbox since the last pass and applies it. The list of changes says which pairs are
 * concerned and little more: occurrences come bare, and one that is gone is often not listed at all (issues
 * microsoft-graph-docs 22197 and 2963). So the calendar itself is read, once, when there is something at stake for one
 * of these pairs. Repeating a delta sync pass does nothing more, so a worker that dies half-way is no harm.
 * @returns from where the next pass goes on, and whether anything followed from this one
 * @throws GraphFailure
 */
export async function deltaSync(
  mailbox: MailboxDocument,
  parts: Parts,
): Promise<{ delta: NonNullable<MailboxDocument['delta']>; isChanged: boolean }> {
  const { now, known, calendar, owner } = parts
  const { changes, anew } = await read(mailbox, parts)
  const isAll = anew || changes.removed.length > 0
  const touched = isAll ? known.pairs.map((pair) => pair._id) : touchedBy(changes.events, known)
  let isChanged = false
  const atStake = [...known.conversations, ...known.active].some((one) => touched.includes(one.pairId))
  if (atStake) {
    const window = windowFrom(now)
    const events = await calendar.view(...window)
    const effects = await withLookups(effectsOf(events, window, owner, known, now), calendar, window, known)
    const { follow, setEligibility } = conversationMutations(parts.conversations)
    for (const { conversationId, meeting } of effects.meetings) await follow(conversationId, meeting, now)
    for (const { conversationId, eligibility } of effects.eligibilities)
      await setEligibility(conversationId, eligibility, now)
    const { checkAgain } = publicationMutations(parts.conversations)
    for (const id of effects.recheck) await checkAgain(id, now)
    isChanged = effects.meetings.length + effects.eligibilities.length + effects.recheck.length > 0
    for (const { conversationId } of [...effects.meetings, ...effects.eligibilities])
      parts.onChanged(conversationId)
  }
  return { delta: { link: changes.link, from: anew ? now : (mailbox.delta?.from ?? now) }, isChanged }
}

async function read(
  mailbox: MailboxDocument,
  { delta, now }: Parts,
): Promise<{ changes: Changes; anew: boolean }> {
  if (mailbox.delta && !needsWindow(mailbox, now)) {
    try {
      return { changes: await delta.since({ link: mailbox.delta.link }), anew: false }
    } catch (error) {
      if (!(error instanceof GraphFailure && error.reason === 'gone')) throw error
    }
  }
  return { changes: await delta.since({ window: windowFrom(now) }), anew: true }
}
