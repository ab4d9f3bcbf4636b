import type { CommitmentStatus, FollowUp } from '../contract/commitment.ts'
import type { Role } from '../contract/pair.ts'
import type { DocumentOfPair } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** A follow-up as stored. `start` is the planned start of its conversation when it was written. */
export type FollowUpDocument = Omit<FollowUp, 'at'> & { at: Date; start: Date }

export type ProgressDocument = { text: string; at: Date; by: Role }

export type CommitmentDocument = DocumentOfPair & {
  conversationId: string
  /** 0 … limit−1: its place in the conversation (`slot-mutations.ts`), in which order they are shown. */
  slot: number
  owner: Role
  what: string
  firstStep: string
  due: string | null
  criterion: string
  ifThen: string
  status: CommitmentStatus
  /** When its owner said so between two conversations; the next conversation looks back on it. */
  doneAt?: Date
  followUps: FollowUpDocument[]
  /** The owner's lines between two conversations. */
  progress?: ProgressDocument[]
  /** Set by every change, until the reminders that follow from it are planned: a crash in between loses none. */
  unplannedSince?: Date
  /**
   * Where it is shown: the conversations that made it or followed it up and, while it is open, its pair. One
   * indexed field answers "all that this conversation's screen needs" in one query.
   */
  shownIn: string[]
  revision: number
  createdAt: Date
}

export const commitmentSpec: SealedSpec<CommitmentDocument> = {
  name: 'commitments',
  scope: { of: 'pair', marked: true, exportedAs: 'commitments' },
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    pairEnded: clear.mark,
    conversationId: clear.id,
    slot: clear.number,
    owner: clear.state,
    what: 'content',
    firstStep: 'content',
    due: clear.date,
    criterion: 'content',
    ifThen: 'content',
    status: clear.state,
    doneAt: clear.date,
    followUps: {
      $part: 'followUps',
      conversationId: clear.id,
      tried: 'content',
      next: 'content',
      outcome: clear.state,
      why: 'content',
      obstacle: 'content',
      reshapedFrom: 'content',
      at: clear.date,
      by: clear.state,
      start: clear.date,
    },
    progress: { $part: 'progress', text: 'content', at: clear.date, by: clear.state },
    unplannedSince: clear.date,
    shownIn: clear.id,
    revision: clear.number,
    createdAt: clear.date,
  },
  indexes: [
    { conversationId: 1, slot: 1 },
    { shownIn: 1 },
    { pairId: 1, doneAt: 1 },
    { pairId: 1, 'followUps.at': 1 },
    { unplannedSince: 1 },
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
