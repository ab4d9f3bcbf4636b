import type { CommitmentStatus, FollowUp, ProgressInput } from '../contract/commitment.ts'
import type { Role } from '../contract/pair.ts'
import type { Collection } from '../database/collection.ts'
import { isSameWording, saidIn, type Wording } from './agreed.ts'
import { shownIn, type CommitmentDocument, type FollowUpDocument } from './collection.ts'
import { withLine } from './progress.ts'
import { reshape } from './reshape.ts'
import { inOrder } from './snapshot.ts'

/** Where a change happens, and who makes it: somebody who may. */
export type CommitmentScope = {
  tenantId: string
  pairId: string
  conversationId: string
  /** When the conversation begins. */
  start: Date
  at: Date
  by: Role
}

export type Written =
  { ok: true; commitment: CommitmentDocument } | { ok: false; reason: 'changed-meanwhile' | 'not-found' }

/** The owner as a commitment names them: by pair and role. */
export type Owner = { pairId: string; role: Role }

/** Filter for commitments without follow-ups. One that has any changes by a follow-up only, and is not deleted. */
export const untouched = { followUps: { $size: 0 } }

/** A follow-up as it is typed; `outcome` is null as long as nobody chose one. */
export type Said = Pick<FollowUp, 'tried' | 'next' | 'why' | 'obstacle' | 'outcome'>

const saidTexts = ['tried', 'next', 'why', 'obstacle'] as const

/** Is that what is stored already? */
export const isSaid = (said: Said, stored: FollowUpDocument | undefined): boolean =>
  saidTexts.every((field) => said[field] === (stored?.[field].trim() ?? '')) &&
  said.outcome === (stored?.outcome ?? null)

export const commitmentMutations = (commitments: Collection<CommitmentDocument>) => {
  return {
    /** @returns null when it is not as it was seen any more */
    change: (before: CommitmentDocument, wording: Wording, at: Date): Promise<CommitmentDocument | null> =>
      commitments.findOneAndUpdate(
        { _id: before._id, pairId: before.pairId, revision: before.revision, ...untouched },
        { $set: { ...wording, unplannedSince: at }, $inc: { revision: 1 } },
      ),

    /**
     * Replaces this conversation's follow-up of an earlier commitment.
     * @param isAnswered somebody chose the outcome just now, though it may read as it did
     * @returns null when it is not as it was seen any more
     */
    async followUp(
      before: CommitmentDocument,
      said: Said,
      wording: Wording,
      scope: CommitmentScope,
      isAnswered: boolean,
    ): Promise<CommitmentDocument | null> {
      const { conversationId, start, at, by } = scope
      const mine = saidIn(before, conversationId)
      const isNews = isAnswered && said.outcome !== null && said.outcome !== before.status
      if (isSaid(said, mine) && !isNews && isSameWording(wording, before)) return before
      const { owner: _owner, ...wanted } = wording
      const { reshapedFrom, ...reshaped } = reshape(before, mine?.reshapedFrom ?? null, wanted)
      const now = { ...said, reshapedFrom, conversationId, start, at, by }
      const others = before.followUps.filter((one) => one !== mine)
      const followUps = isNothing(now) ? others : inOrder([...others, now])
      const isChosen = isNews || said.outcome !== (mine?.outcome ?? null)
      const status = isChosen ? (said.outcome ?? statusWithout(before, others)) : before.status
      return commitments.findOneAndUpdate(
        { _id: before._id, pairId: before.pairId, revision: before.revision },
        {
          $set: {
            ...reshaped,
            followUps,
            status,
            unplannedSince: at,
            shownIn: shownIn({ ...before, followUps, status }),
          },
          $inc: { revision: 1 },
        },
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
        )
        // Otherwise something else of it changed meanwhile: the line is looked for again.
        if (commitment) return { ok: true, commitment }
      }
    },
  }
}
/** Everything was taken out again. */
const isNothing = (said: FollowUpDocument): boolean =>
  said.outcome === null && said.reshapedFrom === null && saidTexts.every((field) => said[field] === '')

/** How a commitment stands for all that other conversations and its owner said. */
const statusWithout = ({ doneAt }: CommitmentDocument, others: FollowUpDocument[]): CommitmentStatus =>
  doneAt ? 'done' : (others.findLast((one) => one.outcome !== null)?.outcome ?? 'open')
