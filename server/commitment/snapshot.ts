import type { CommitmentDocument, FollowUpDocument } from './collection.ts'

/** A conversation of the pair, when it begins and ends. */
export type Conversation = { id: string; start: Date; end: Date }

const isLater = (said: FollowUpDocument, { id, start }: Pick<Conversation, 'id' | 'start'>): boolean =>
  said.conversationId !== id && said.start > start

export const inOrder = (followUps: FollowUpDocument[]): FollowUpDocument[] =>
  [...followUps].sort((a, b) => a.start.getTime() - b.start.getTime())

/** Has a conversation after this one come back to it? */
export const cameBackLater = (
  { followUps }: Pick<CommitmentDocument, 'followUps'>,
  conversation: Pick<Conversation, 'id' | 'start'>,
): boolean => followUps.some((said) => isLater(said, conversation))

/** A commitment as a conversation ended with it, whatever later conversations said of it or made of its words. */
export function asOf<T extends CommitmentDocument>(commitment: T, conversation: Conversation): T {
  const all = inOrder(commitment.followUps)
  const after = all.filter((said) => isLater(said, conversation))
  if (after.length === 0) return commitment
  const followUps = all.filter((said) => !isLater(said, conversation))
  const earlier = after.find(({ reshapedFrom }) => reshapedFrom)?.reshapedFrom
  return {
    ...commitment,
    ...earlier,
    followUps,
    status: followUps.findLast(({ outcome }) => outcome !== null)?.outcome ?? 'open',
    progress: (commitment.progress ?? []).filter(({ at }) => at <= conversation.end),
  }
}
