import type { CommitmentAnswer } from '../contract/commitment.ts'
import type { Collection } from '../database/collection.ts'
import { shownIn, type CommitmentDocument } from './collection.ts'
import type { Owner } from './mutations.ts'
import { after } from './progress.ts'

/** The end of an answer: how the commitment stands now, and whether this answer made it so; or why it was not taken. */
export type Answered =
  | { ok: true; commitment: CommitmentDocument; isNews: boolean }
  | { ok: false; reason: 'not-found' }
  /** `carried-over`: a conversation closed it, or looked back on it since; only a conversation opens it again. */
  | { ok: false; reason: 'commitment-closed' | 'carried-over'; commitment: CommitmentDocument }

/** Lines of progress that are kept: those since the last conversation, with room to spare. */
const progressKept = 20

export const answerMutations = (commitments: Collection<CommitmentDocument>) => ({
  /**
   * Its owner answers between two conversations: it is done, or is not after all, this is how it goes, or it will be done
   * on another day. Repeating the same answer changes nothing.
   */
  async answer(id: string, owner: Owner, answer: CommitmentAnswer, at: Date): Promise<Answered> {
    const mine = { _id: id, pairId: owner.pairId, owner: owner.role }
    for (;;) {
      const before = await commitments.findOne(mine)
      if (!before) return { ok: false, reason: 'not-found' }
      const reason = refusalOf(before, answer)
      if (reason) return { ok: false, reason, commitment: before }
      const change = changeOf(before, answer, owner, at)
      if (!change) return { ok: true, commitment: before, isNews: false }
      const commitment = await commitments.findOneAndUpdate(
        { ...mine, revision: before.revision },
        { ...change, $inc: { revision: 1 } },
      )
      // Otherwise something else of it changed meanwhile: the answer is looked at again.
      if (commitment) return { ok: true, commitment, isNews: true }
    }
  },
})

function refusalOf(
  { status, doneAt, followUps }: CommitmentDocument,
  answer: CommitmentAnswer,
): 'commitment-closed' | 'carried-over' | null {
  if (status === 'open') return null
  if (!('done' in answer)) return 'commitment-closed'
  if (answer.done) return status === 'done' ? null : 'commitment-closed'
  const isTheirs = status === 'done' && doneAt !== undefined
  return isTheirs && !followUps.some(({ start }) => start > doneAt) ? null : 'carried-over'
}

type Change = {
  $set: Partial<
    Pick<CommitmentDocument, 'status' | 'doneAt' | 'due' | 'progress' | 'shownIn' | 'unplannedSince'>
  >
  $unset?: { doneAt: '' }
}

/** Null: it is so already. */
function changeOf(before: CommitmentDocument, answer: CommitmentAnswer, by: Owner, at: Date): Change | null {
  if ('done' in answer) {
    if (answer.done === (before.status === 'done')) return null
    // `shownIn` stays: the next conversation looks back on it, as on one that is open.
    if (answer.done) return { $set: { status: 'done', doneAt: at, unplannedSince: at } }
    const status = 'open' as const
    return {
      $set: { status, unplannedSince: at, shownIn: shownIn({ ...before, status }) },
      $unset: { doneAt: '' },
    }
  }
  if ('due' in answer)
    return answer.due === before.due ? null : { $set: { due: answer.due, unplannedSince: at } }
  const said = before.progress ?? []
  // The same line from a second tap, or from a second device.
  if (said.at(-1)?.text === answer.progress) return null
  const line = { text: answer.progress, at: after(said, at), by: by.role }
  return { $set: { progress: [...said, line].slice(-progressKept) } }
}
