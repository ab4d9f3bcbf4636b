import type { Role } from '../contract/pair.ts'
import {
  takesPlace,
  type ConversationDocument,
  type ListedConversation,
  type NotesDocument,
  type UnopenedConversation,
} from '../conversation/collection.ts'
import { unopenedIn } from '../conversation/data.ts'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import { KeysUnavailable } from '../sealing/sealing.ts'

const roles: Role[] = ['coach', 'employee']

/** How many of a pair's latest conversations that did not take place are searched for what they left. */
const looked = 5

/** Did not it take place, and left something that goes along to the next one? */
export const leavesSomething = (one: UnopenedConversation): boolean =>
  one.eligibility === 'cancelled' &&
  one.state === 'open' &&
  !one.handedTo &&
  (one.preparation !== undefined || one.written === true)

/** Is a conversation to come, of the two, and not finished? */
const isToCome = (one: UnopenedConversation, now: Date): boolean =>
  one.state === 'open' && takesPlace(one) && one.meeting.end > now

/**
 * Hands the preparations and notes of a conversation that does not take place over to the next one. Exchange makes a new
 * series of one that is moved to another day: its conversations are gone, and others are there. Texts that the next one
 * has already stay. Repeating it changes nothing, so it can be done again after a server died half-way.
 * @returns for a conversation that somebody opens: that conversation as it is now
 */
export const handingOver = (
  conversations: Collection<ConversationDocument>,
  notes: Collection<NotesDocument>,
) => {
  async function isNext({ pairId, meeting }: ListedConversation, now: Date): Promise<boolean> {
    const nearer = await unopenedIn(conversations)({
      pairId,
      'meeting.start': { $gt: now, $lt: meeting.start },
    })
    return !nearer.some((one) => isToCome(one, now))
  }

  /** @returns whether the other one has it now, and not notes of its own */
  async function copyDocument(from: string, to: string): Promise<boolean> {
    const found = await notes.findOne({ _id: from })
    if (!found) return false
    if (await isInserted(notes.insertOne({ ...found, _id: to, revision: 1 }))) return true
    // A server died after it had copied it.
    const there = await notes.findOne({ _id: to })
    return there?.revision === 1 && Buffer.compare(there.document.buffer, found.document.buffer) === 0
  }

  async function handOver(from: ConversationDocument, to: ListedConversation): Promise<void> {
    const handedOver = { from: from._id, start: from.meeting.start }
    for (const role of roles) {
      const prepared = from.preparation?.[role]
      if (!prepared || prepared.lost) continue
      await conversations.updateOne(
        { _id: to._id, [`preparation.${role}`]: null },
        { $set: { [`preparation.${role}`]: { ...prepared, revision: 1 }, handedOver } },
      )
    }
    if (from.written && to.state === 'open' && (await copyDocument(from._id, to._id))) {
      const { template, otherSteps = [], asked = [] } = from
      const mine = { _id: to._id, state: 'open' as const }
      await conversations.updateOne(mine, { $set: { template, otherSteps, asked, handedOver } })
      await conversations.updateOne(
        { ...mine, 'notes.revision': null },
        { $set: { notes: { texts: from.notes.texts, revision: 1 }, written: true } },
      )
    }
    await conversations.updateOne({ _id: from._id }, { $set: { handedTo: to._id } })
  }

  return async (to: ListedConversation, now: Date): Promise<ListedConversation> => {
    if (!isToCome(to, now)) return to
    const latest = { sort: { 'meeting.start': -1 }, limit: looked } as const
    const off = await unopenedIn(conversations)(
      { pairId: to.pairId, eligibility: 'cancelled', state: 'open' },
      latest,
    )
    const ids = off.filter(leavesSomething).map(({ _id }) => _id)
    if (ids.length === 0 || !(await isNext(to, now))) return to
    // Only what goes along is read with what was written in it.
    const left = await conversations.find({ _id: { $in: ids } }).toArray()
    left.sort((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id))
    try {
      for (const one of left) await handOver(one, to)
    } catch (error) {
      // It stays where it is, and goes along when somebody opens this one again.
      if (!(error instanceof KeysUnavailable)) throw error
    }
    return (await conversations.findOne({ _id: to._id })) ?? to
  }
}
