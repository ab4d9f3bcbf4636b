import type { CommitmentDocument, FollowUpDocument } from './collection.ts'

/** A talk of the pair, when it begins and ends. */
export type Talk = { id: string; start: Date; end: Date }

/** When the talk began that said it; of what is older than that note, when it was said. */
const saidAt = ({ start, at }: FollowUpDocument): number => (start ?? at).getTime()

const isLater = (said: FollowUpDocument, { id, start }: Pick<Talk, 'id' | 'start'>): boolean =>
  said.conversationId !== id && saidAt(said) > start.getTime()

export const inOrder = (followUps: FollowUpDocument[]): FollowUpDocument[] =>
  [...followUps].sort((a, b) => saidAt(a) - saidAt(b))

/** Has a talk after this one come back to it? */
export const cameBackLater = (
  { followUps }: Pick<CommitmentDocument, 'followUps'>,
  talk: Pick<Talk, 'id' | 'start'>,
): boolean => followUps.some((said) => isLater(said, talk))

/** A commitment as a talk ended with it, whatever later talks said of it or made of its words. */
export function asOf<T extends CommitmentDocument>(commitment: T, talk: Talk): T {
  const all = inOrder(commitment.followUps)
  const after = all.filter((said) => isLater(said, talk))
  if (after.length === 0) return commitment
  const followUps = all.filter((said) => !isLater(said, talk))
  const earlier = after.find(({ reshapedFrom }) => reshapedFrom)?.reshapedFrom
  return {
    ...commitment,
    ...earlier,
    followUps,
    status: followUps.at(-1)?.outcome ?? 'open',
    progress: (commitment.progress ?? []).filter(({ at }) => at <= talk.end),
  }
}
