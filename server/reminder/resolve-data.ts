import type { CommitmentDocument } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { takesPlace, type ConversationDocument, type ListedConversation } from '../conversation/collection.ts'
import type { Summary } from '../contract/conversation.ts'
import type { Role } from '../contract/pair.ts'
import type { WaitingReason } from '../contract/publication.ts'
import type { Collection } from '../database/collection.ts'
import type { PairDocument } from '../pair/collection.ts'
import { isOver, memberOf, memberWith, otherRole } from '../pair/policy.ts'
import { Unreadable } from '../sealing/sealing.ts'
import type { ReminderDocument, ReminderEnd } from './collection.ts'

/** The content of a reminder at the moment at which it is sent; cards are made of it. */
export type Item =
  | { kind: 'coming-due' | 'due' | 'overdue'; commitment: CommitmentDocument; other: string }
  | {
      kind: 'preparation'
      conversationId: string
      iCalUId: string
      start: Date
      other: string
      theyShared: boolean
      open: number
    }
  | {
      kind: 'after-conversation'
      iCalUId: string
      start: Date
      other: string
      commitments: Summary['commitments']
    }
  | { kind: 'publication'; iCalUId: string; other: string; reason: WaitingReason; triedSince?: Date | null }
  | { kind: 'deletion'; other: string; until: Date }

export type Resolved = { ok: true; item: Item } | { ok: false; ended: ReminderEnd }

/** @param open how many commitments are open between the two */
export function preparationItem(
  { _id, iCalUId, meeting, preparation }: ListedConversation,
  role: Role,
  other: string,
  open: number,
): Extract<Item, { kind: 'preparation' }> {
  const theyShared = preparation?.[otherRole(role)]?.shared === true
  return { kind: 'preparation', conversationId: _id, iCalUId, start: meeting.start, other, theyShared, open }
}

type Parts = {
  commitments: Collection<CommitmentDocument>
  conversations: Collection<ConversationDocument>
  pairs: Collection<PairDocument>
}
/** After a server was down for days a commitment is mentioned once: as what it is by now. */
const inTime = ({ kind, basis: due }: ReminderDocument, today: string) =>
  kind === 'coming-due' ? today < due : kind !== 'due' || daysBetween(due, today) < weekend

const weekend = 3
/** A day that falls in a weekend is mentioned on the next working day. */
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** So shortly before a conversation nobody prepares any more; milliseconds. */
const lastMoment = 15 * 60_000
/** How long after its end a conversation is worth a message. */
const newsLife = 3 * 86_400_000

const notNeeded: Resolved = { ok: false, ended: 'not-needed' }
const needed = (item: Item): Resolved => ({ ok: true, item })

/** Is there still something to prepare, for a conversation that is as it was planned? */
const isToPrepare = (
  { eligibility, state, meeting, preparation }: ConversationDocument,
  { basis }: ReminderDocument,
  role: Role,
  now: Date,
): boolean =>
  takesPlace({ eligibility }) &&
  state === 'open' &&
  meeting.start.toISOString() === basis &&
  meeting.start.getTime() - now.getTime() >= lastMoment &&
  !preparation?.[role]?.shared

/**
 * Resolves a reminder to its present content. A subject that was done, moved, dropped or prepared since it was planned
 * needs none. The planner moves the reminder itself when its basis changes.
 */
export function reminderResolver({ commitments, conversations, pairs }: Parts) {
  /** @param today the day where the person is */
  async function resolve(reminder: ReminderDocument, now: Date, today: string): Promise<Resolved> {
    const pair = await pairs.findOne({ _id: reminder.pairId })
    const member = pair && memberOf(pair, reminder)
    if (!pair || !member) return notNeeded
    const other = memberWith(pair, otherRole(member.role)).name
    if (reminder.kind === 'deletion') {
      const { askedBy, due } = pair.deletion ?? { askedBy: [member.role], due: now }
      return askedBy.includes(member.role) || due <= now
        ? notNeeded
        : needed({ kind: 'deletion', other, until: due })
    }
    if (isOver(pair)) return notNeeded

    switch (reminder.kind) {
      case 'coming-due':
      case 'due':
      case 'overdue': {
        const commitment = await commitments.findOne({ _id: reminder.subject, pairId: pair._id })
        const asPlanned = commitment?.status === 'open' && commitment.due === reminder.basis
        return commitment && asPlanned && commitment.owner === member.role && inTime(reminder, today)
          ? needed({ kind: reminder.kind, commitment, other })
          : notNeeded
      }
      case 'preparation': {
        const conversation = await conversations.findOne({ _id: reminder.subject })
        if (!conversation || !isToPrepare(conversation, reminder, member.role, now)) return notNeeded
        const open = (await commitmentData(commitments).open([pair._id])).length
        return needed(preparationItem(conversation, member.role, other, open))
      }
      case 'after-conversation':
      case 'publication': {
        const conversation = await conversations.findOne({ _id: reminder.subject })
        const { publication } = conversation ?? {}
        if (!conversation || !publication || conversation.finishedAt?.toISOString() !== reminder.basis)
          return notNeeded
        const { iCalUId, meeting } = conversation
        // A server that was down, or a bot that came late: last week's news is none.
        if (now.getTime() - conversation.finishedAt.getTime() > newsLife) return notNeeded
        if (reminder.kind === 'after-conversation') {
          const { commitments } = publication.summary
          return commitments.length > 0
            ? needed({ kind: 'after-conversation', iCalUId, start: meeting.start, other, commitments })
            : notNeeded
        }
        const { state, reason, triedSince = null } = publication
        return state === 'waiting' && reason && reason !== 'queued'
          ? needed({ kind: 'publication', iCalUId, other, reason, triedSince })
          : notNeeded
      }
    }
  }
  // Nobody can be told of what nobody can read.
  return (reminder: ReminderDocument, now: Date, today: string): Promise<Resolved> =>
    resolve(reminder, now, today).catch((error: unknown) => {
      if (error instanceof Unreadable) return notNeeded
      throw error
    })
}
