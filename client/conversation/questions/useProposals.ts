import type { Conversation } from '../../../server/contract/conversation.ts'
import { getQuestionProposals, type Proposals } from '../../../server/contract/question.ts'
import { useQuery } from '../../lib/query.ts'

export type Proposal = Proposals['questions'][number]

/** The proposals for a step; null as long as they are not known. Fetched again when the other did something. */
export function useProposals({ id, now }: Conversation, stepId: string) {
  const request = { params: { conversationId: id }, query: { step: stepId } }
  return useQuery(getQuestionProposals, request, { again: now })
}
