import type { Commitment } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Choice } from '../../../server/contract/live-fields.ts'

export const outcomes = ['done', 'open', 'dropped'] as const

/**
 * The outcome that stands: what somebody chose here, or else what its owner said in the chat since the last conversation.
 * Nobody said anything: null, and nothing is taken for said.
 */
export function shownOutcome(
  chosen: Choice | null,
  commitment: Pick<Commitment, 'status' | 'owner' | 'followUps'>,
  conversationId: string,
): Choice | null {
  if (chosen?.value) return chosen
  const said = commitment.followUps.find((one) => one.conversationId === conversationId)
  if (said?.outcome && chosen === null) return { value: said.outcome, by: said.by }
  return commitment.status === 'open' ? null : { value: commitment.status, by: commitment.owner }
}

/** The commitment that is followed up first: of which nobody said anything yet, or else simply the first. */
export function firstUnsaid({ id, followUps, fixed }: Pick<Conversation, 'id' | 'followUps' | 'fixed'>) {
  const open = followUps.filter((one) => !fixed.includes(one.id))
  return (open.find((one) => shownOutcome(null, one, id) === null) ?? open[0])?.id ?? null
}
