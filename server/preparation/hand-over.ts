import type { Role } from '../contract/pair.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import { KeysUnavailable, type Sealing } from '../plugins/sealing.ts'
import { sealedFor } from './sealed.ts'

const roles: Role[] = ['coach', 'employee']

/** Of so many talks of a pair that did not take place, the latest, it is looked at what they left. */
const looked = 5

const hasNotes = ({ notes }: ConversationDocument): boolean =>
  Object.values(notes.texts).some((text) => text.trim() !== '')

/** Is a talk to come, of the two, and not finished? */
const isToCome = ({ state, standing, meeting }: ConversationDocument, now: Date): boolean =>
  state === 'open' && standing === undefined && meeting.end > now

/**
 * What was prepared for a talk that does not take place goes along to the next one, and so do its notes. A series that
 * is moved to another day is a new one to Exchange: its talks are gone, and others are there. What the next one has
 * already stays. Repeating it changes nothing, so a server that died half-way is no harm.
 * @returns of a talk that somebody opens: what it has now
 */
export const handingOver = (conversations: Collection<ConversationDocument>, sealing: Sealing) => {
  async function isNext({ pairId, meeting }: ConversationDocument, now: Date): Promise<boolean> {
    const nearer = await conversations
      .find(
        { pairId, 'meeting.start': { $gt: now, $lt: meeting.start } },
        { projection: { 'notes.document': 0 } },
      )
      .toArray()
    return !nearer.some((one) => isToCome(one, now))
  }

  async function handOver(from: ConversationDocument, to: ConversationDocument): Promise<void> {
    const handedOver = { from: from._id, start: from.meeting.start }
    for (const role of roles) {
      const text = await sealedFor(sealing, from, role, to)
      if (!text) continue
      await conversations.updateOne(
        { _id: to._id, [`preparation.${role}`]: null },
        { $set: { [`preparation.${role}`]: text, handedOver } },
      )
    }
    if (hasNotes(from)) {
      const { notes, template, otherSteps = [], asked = [] } = from
      await conversations.updateOne(
        { _id: to._id, state: 'open', 'notes.document': null },
        { $set: { notes: { ...notes, revision: 1 }, template, otherSteps, asked, handedOver } },
      )
    }
    await conversations.updateOne({ _id: from._id }, { $set: { handedTo: to._id } })
  }

  return async (to: ConversationDocument, now: Date): Promise<ConversationDocument> => {
    if (!isToCome(to, now)) return to
    const off = await conversations
      .find(
        { pairId: to.pairId, standing: 'cancelled', state: 'open' },
        { sort: { 'meeting.start': -1 }, limit: looked },
      )
      .toArray()
    const left = off.filter((one) => !one.handedTo && (one.preparation !== undefined || hasNotes(one)))
    if (left.length === 0 || !(await isNext(to, now))) return to
    try {
      for (const one of left) await handOver(one, to)
    } catch (error) {
      // It stays where it is, and goes along when somebody opens this one again.
      if (!(error instanceof KeysUnavailable)) throw error
    }
    return (await conversations.findOne({ _id: to._id })) ?? to
  }
}
