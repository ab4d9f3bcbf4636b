import type { CommitmentInput, FollowUpInput, ProgressInput } from '../contract/commitment.ts'
import type { Role } from '../contract/pair.ts'
import type { Collection } from '../database/collection.ts'
import { isDuplicateKey } from '../database/errors.ts'
import { shownIn, type CommitmentDocument, type FollowUpDocument } from './collection.ts'
import { cameBackLater, inOrder } from './held.ts'
import { after, withLine } from './progress.ts'
import { reshape } from './reshape.ts'

/** Where a change happens; the route has checked that the person is in it. */
export type Place = {
  tenantId: string
  pairId: string
  conversationId: string
  /** When the talk begins. */
  start: Date
  at: Date
  by: Role
}

export type Written =
  | { ok: true; commitment: CommitmentDocument }
  | { ok: false; reason: 'commitment-limit' | 'changed-meanwhile' | 'carried-over' | 'not-found' }

/** Whose it is: their pair, and their part in it. */
export type Owner = { pairId: string; role: Role }
export type Answer = { done: true } | { progress: string } | { due: string }

/** Lines of progress that are kept: those since the last talk, with room to spare. */
const progressKept = 20

export const commitmentMutations = (commitments: Collection<CommitmentDocument>) => {
  /** The change was refused: because it is not there, has gone on to a later talk, or because somebody was first? */
  const whyNot = async (id: string, place: Place): Promise<Extract<Written, { ok: false }>> => {
    const there = await commitments.findOne({ _id: id, pairId: place.pairId })
    if (!there) return { ok: false, reason: 'not-found' }
    return { ok: false, reason: there.followUps.length > 0 ? 'carried-over' : 'changed-meanwhile' }
  }
  /** What somebody came back to has a history: it changes by a follow-up, and does not go. */
  const untouched = { followUps: { $size: 0 } }

  return {
    /** Makes a commitment in the first free place; repeating the same request gives the one it made. */
    async make(id: string, input: CommitmentInput, place: Place, limit: number): Promise<Written> {
      const { revision: _seen, ...text } = input
      for (let slot = 0; slot < limit; slot += 1) {
        const document: CommitmentDocument = {
          _id: id,
          tenantId: place.tenantId,
          pairId: place.pairId,
          conversationId: place.conversationId,
          slot,
          ...text,
          status: 'open',
          followUps: [],
          shownIn: [place.conversationId, place.pairId],
          revision: 1,
          createdAt: place.at,
          unplannedSince: place.at,
        }
        try {
          await commitments.insertOne(document)
          return { ok: true, commitment: document }
        } catch (error) {
          if (!isDuplicateKey(error)) throw error
        }
        const mine = await commitments.findOne({ _id: id })
        if (mine) return repeated(mine, input, place)
      }
      return { ok: false, reason: 'commitment-limit' }
    },

    async change(id: string, input: CommitmentInput, place: Place): Promise<Written> {
      const { revision, ...text } = input
      const commitment = await commitments.findOneAndUpdate(
        { _id: id, pairId: place.pairId, conversationId: place.conversationId, revision, ...untouched },
        { $set: { ...text, unplannedSince: place.at }, $inc: { revision: 1 } },
        { returnDocument: 'after' },
      )
      return commitment ? { ok: true, commitment } : whyNot(id, place)
    },

    /** What this conversation says of an earlier commitment, in place of what it said before. */
    async followUp(id: string, input: FollowUpInput, place: Place): Promise<Written> {
      const before = await commitments.findOne({ _id: id, pairId: place.pairId })
      if (!before || before.conversationId === place.conversationId) return { ok: false, reason: 'not-found' }
      if (cameBackLater(before, { id: place.conversationId, start: place.start }))
        return { ok: false, reason: 'carried-over' }
      const { revision, what, due, firstStep, criterion, ifThen, ...said } = input
      const wanted = { what, due, firstStep, criterion, ifThen }
      const others = before.followUps.filter((one) => one.conversationId !== place.conversationId)
      const mine = before.followUps.find((one) => one.conversationId === place.conversationId)
      const { reshapedFrom, ...wording } = reshape(before, mine?.reshapedFrom ?? null, wanted)
      const { conversationId, start, at, by } = place
      const followUps: FollowUpDocument[] = inOrder([
        ...others,
        { ...said, reshapedFrom, conversationId, start, at, by },
      ])
      const commitment = await commitments.findOneAndUpdate(
        { _id: id, pairId: place.pairId, revision },
        {
          $set: {
            ...wording,
            followUps,
            status: input.outcome,
            unplannedSince: place.at,
            shownIn: shownIn({ ...before, followUps, status: input.outcome }),
          },
          $inc: { revision: 1 },
        },
        { returnDocument: 'after' },
      )
      return commitment ? { ok: true, commitment } : { ok: false, reason: 'changed-meanwhile' }
    },

    /**
     * Its owner answers between two talks: it is done, this is how it goes, or it will be done on another day.
     * Repeating the same answer changes nothing.
     * @returns the commitment as it stands now; null when it is gone or not open any more
     */
    async answer(id: string, owner: Owner, answer: Answer, at: Date): Promise<CommitmentDocument | null> {
      const open = { _id: id, pairId: owner.pairId, owner: owner.role, status: 'open' as const }
      if ('done' in answer) {
        // `shownIn` stays: the next talk looks back on it, as on one that is open.
        return commitments.findOneAndUpdate(
          open,
          { $set: { status: 'done' as const, doneAt: at, unplannedSince: at }, $inc: { revision: 1 } },
          { returnDocument: 'after' },
        )
      }
      if ('due' in answer) {
        return commitments.findOneAndUpdate(
          open,
          { $set: { due: answer.due, unplannedSince: at }, $inc: { revision: 1 } },
          { returnDocument: 'after' },
        )
      }
      const before = await commitments.findOne(open)
      if (!before) return null
      const said = before.progress ?? []
      // The same line from a second tap, or from a second device.
      if (said.at(-1)?.text === answer.progress) return before
      return commitments.findOneAndUpdate(
        { ...open, revision: before.revision },
        {
          $set: {
            progress: [...said, { text: answer.progress, at: after(said, at), by: owner.role }].slice(
              -progressKept,
            ),
          },
          $inc: { revision: 1 },
        },
        { returnDocument: 'after' },
      )
    },

    /**
     * A line of progress is corrected by who wrote it, or taken away, while the commitment is theirs.
     * @param change null takes it away
     */
    async correct(id: string, owner: Owner, line: Date, change: ProgressInput | null): Promise<Written> {
      for (;;) {
        const before = await commitments.findOne({ _id: id, pairId: owner.pairId, owner: owner.role })
        if (!before) return { ok: false, reason: 'not-found' }
        const corrected = withLine(before, owner.role, line, change)
        if (!corrected.ok) return corrected
        const commitment = await commitments.findOneAndUpdate(
          { _id: id, pairId: owner.pairId, owner: owner.role, revision: before.revision },
          { $set: { progress: corrected.progress }, $inc: { revision: 1 } },
          { returnDocument: 'after' },
        )
        // Otherwise something else of it changed meanwhile: the line is looked for again.
        if (commitment) return { ok: true, commitment }
      }
    },

    async remove(
      id: string,
      revision: number,
      place: Place,
    ): Promise<{ ok: true; removed: boolean } | Extract<Written, { ok: false }>> {
      const { deletedCount } = await commitments.deleteMany({
        _id: id,
        pairId: place.pairId,
        conversationId: place.conversationId,
        revision,
        ...untouched,
      })
      if (deletedCount === 1) return { ok: true, removed: true }
      const why = await whyNot(id, place)
      // Already gone is what was asked for.
      return why.reason === 'not-found' ? { ok: true, removed: false } : why
    },
  }
}
export type CommitmentMutations = ReturnType<typeof commitmentMutations>

/** The same id again: the same request once more, or another text that must say what it saw. */
function repeated(there: CommitmentDocument, input: CommitmentInput, place: Place): Written {
  if (there.conversationId !== place.conversationId) return { ok: false, reason: 'not-found' }
  const same = (['owner', 'what', 'firstStep', 'due', 'criterion', 'ifThen'] as const).every(
    (field) => there[field] === input[field],
  )
  return same && there.revision === 1
    ? { ok: true, commitment: there }
    : { ok: false, reason: 'changed-meanwhile' }
}
