import type { Commitment, CommitmentStatus } from '../../../server/contract/commitment.ts'

/** What a conversation says of an earlier commitment, and how that reads from then on. */
export type Said = {
  tried: string
  happened: string
  learnt: string
  next: string
  outcome: CommitmentStatus
  why: string
  obstacle: string
  what: string
  due: string | null
  firstStep: string
  criterion: string
  ifThen: string
}

export const asked = ['tried', 'happened', 'learnt', 'next'] as const
/** How a commitment reads: what a follow-up may reshape. */
export const wordingParts = ['what', 'firstStep', 'due', 'criterion', 'ifThen'] as const
export const outcomes = ['open', 'done', 'dropped'] as const

/** As it is saved; of a talk that said nothing yet, blank. */
export function saidIn(commitment: Commitment, conversationId: string): Said {
  const before = commitment.followUps.find((one) => one.conversationId === conversationId)
  return {
    tried: before?.tried ?? '',
    happened: before?.happened ?? '',
    learnt: before?.learnt ?? '',
    next: before?.next ?? '',
    outcome: before?.outcome ?? commitment.status,
    why: before?.why ?? '',
    obstacle: before?.obstacle ?? '',
    what: commitment.what,
    due: commitment.due,
    firstStep: commitment.firstStep,
    criterion: commitment.criterion,
    ifThen: commitment.ifThen,
  }
}

/** What has to be there before it can be saved. */
export const isMissing = ({ outcome, why, what }: Said): 'why' | 'what' | null =>
  outcome === 'dropped' && !why.trim() ? 'why' : !what.trim() ? 'what' : null

/** Without the answers to what the outcome does not ask any more. */
export const tidy = (said: Said): Said => ({
  ...said,
  why: said.outcome === 'dropped' ? said.why : '',
  obstacle: said.outcome === 'open' ? said.obstacle : '',
})
