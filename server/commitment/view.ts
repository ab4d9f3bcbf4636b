import type { Commitment, FollowUp } from '../contract/commitment.ts'
import type { CommitmentDocument, FollowUpDocument } from './collection.ts'

export const commitmentView = (one: CommitmentDocument): Commitment => ({
  id: one._id,
  conversationId: one.conversationId,
  owner: one.owner,
  what: one.what,
  firstStep: one.firstStep,
  due: one.due,
  criterion: one.criterion,
  ifThen: one.ifThen,
  status: one.status,
  followUps: one.followUps.map(followUpView),
  progress: (one.progress ?? []).map(({ text, at, by }) => ({ text, at: at.toISOString(), by })),
  revision: one.revision,
})

const followUpView = ({ start: _start, ...said }: FollowUpDocument): FollowUp => ({
  ...said,
  at: said.at.toISOString(),
})
