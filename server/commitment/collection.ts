import type { CommitmentStatus, FollowUp } from '../contract/commitment.ts'
import type { Role } from '../contract/pair.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** What a talk said of it; those from before there was more to ask lack the rest. */
export type FollowUpDocument = Pick<
  FollowUp,
  'conversationId' | 'tried' | 'happened' | 'next' | 'outcome' | 'by'
> &
  Partial<Pick<FollowUp, 'learnt' | 'why' | 'obstacle' | 'reshapedFrom'>> & {
    at: Date
    /** When the talk that said it began, as it was planned then. */
    start?: Date
  }

/** Those from before somebody else could be given the commitment are its owner's. */
export type ProgressDocument = { text: string; at: Date; by?: Role }

export type CommitmentDocument = {
  _id: string
  tenantId: string
  pairId: string
  conversationId: string
  /** 0 … limit−1: a conversation has this many places, and the unique index keeps two out of one. */
  slot: number
  owner: Role
  what: string
  firstStep: string
  due: string | null
  criterion: string
  ifThen: string
  status: CommitmentStatus
  /** When its owner said so between two talks; the next talk looks back on it. */
  doneAt?: Date
  followUps: FollowUpDocument[]
  /** What its owner said between two talks. */
  progress?: ProgressDocument[]
  /** Set by every change, until the reminders that follow from it are planned: a crash in between loses none. */
  unplannedSince?: Date
  /**
   * Where it is shown: the conversations that made it or followed it up and, while it is open, its pair. One
   * indexed field answers "all that this conversation's screen needs" in one query.
   */
  shownIn: string[]
  /** Its pair ended: nobody writes in it any more. */
  pairEnded?: true | null
  revision: number
  createdAt: Date
}

export const commitmentSpec: CollectionSpec<CommitmentDocument> = {
  name: 'commitments',
  indexes: [
    { fields: { conversationId: 1, slot: 1 }, unique: true },
    { fields: { shownIn: 1 } },
    { fields: { pairId: 1 } },
    { fields: { unplannedSince: 1 } },
  ],
}

/** `shownIn` of a commitment, from the fields that decide it. */
export const shownIn = (
  one: Pick<CommitmentDocument, 'pairId' | 'conversationId' | 'status' | 'followUps'>,
) => [
  ...new Set([
    one.conversationId,
    ...one.followUps.map((followUp) => followUp.conversationId),
    ...(one.status === 'open' ? [one.pairId] : []),
  ]),
]
