import type { CommitmentDocument } from '../commitment/collection.ts'
import type { PersonKey } from '../contract/person-key.ts'
import type { ReminderSettings } from '../contract/person.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { addressesOf, isOver, memberWith } from '../pair/policy.ts'
import type { ReminderDocument, ReminderKind } from './collection.ts'
import {
  afterConversationMoment,
  commitmentMoments,
  preparationMoment,
  publicationMoment,
  type Moments,
} from './moments.ts'

/** A reminder as it is to be; `dueAt` null: none is needed. */
export type Planned = Pick<ReminderDocument, 'tenantId' | 'oid' | 'kind' | 'subject' | 'pairId' | 'basis'> & {
  dueAt: Date | null
}
type Known = Member & { oid: string }
type Subject = Pick<ReminderDocument, 'tenantId' | 'pairId' | 'subject'>

/** Somebody who never opened Groei cannot be reached: an address does not identify a person. */
const known = (member: Member): Known[] => (member.oid ? [{ ...member, oid: member.oid }] : [])

const one = (
  { oid }: Known,
  kind: ReminderKind,
  of: Subject,
  basis: string,
  dueAt: Date | null,
): Planned => ({ ...of, oid, kind, basis, dueAt })

/** Decides which reminders follow from a document that changed. Each throws when the document cannot be understood. */
export function planFor({
  pairOf,
  hoursOf,
  now,
}: {
  pairOf: (pairId: string) => PairDocument | undefined
  hoursOf: (person: PersonKey) => ReminderSettings
  now: Date
}) {
  const lasting = (pairId: string): PairDocument | undefined => {
    const pair = pairOf(pairId)
    return pair && !isOver(pair) ? pair : undefined
  }
  return {
    commitment(made: CommitmentDocument): Planned[] {
      const { _id: subject, tenantId, pairId, unplannedSince = now } = made
      const pair = lasting(pairId)
      const due = made.status === 'open' ? made.due : null
      return (pair ? known(memberWith(pair, made.owner)) : []).flatMap((owner) => {
        const moments: Moments = commitmentMoments(due, hoursOf({ tenantId, oid: owner.oid }), unplannedSince)
        const of = { tenantId, pairId, subject }
        return (['coming-due', 'due', 'overdue'] as const).map((kind) =>
          one(owner, kind, of, due ?? 'none', moments[kind] ?? null),
        )
      })
    },

    conversation(held: ListedConversation): Planned[] {
      const { _id: subject, tenantId, pairId, publication, finishedAt, meeting, unplannedSince = now } = held
      return (lasting(pairId)?.members.flatMap(known) ?? []).flatMap((member) => {
        const their = hoursOf({ tenantId, oid: member.oid })
        const of = { tenantId, pairId, subject }
        if (!finishedAt) {
          const before = preparationMoment(meeting.start, their, unplannedSince)
          return [one(member, 'preparation', of, meeting.start.toISOString(), before)]
        }
        const at = finishedAt.toISOString()
        const isWaiting = publication?.state === 'waiting' && addressesOf(member).includes(meeting.organiser)
        return [
          one(member, 'preparation', of, 'held', null),
          one(member, 'after-conversation', of, at, afterConversationMoment(finishedAt, meeting.end, their)),
          ...(isWaiting ? [one(member, 'publication', of, at, publicationMoment(finishedAt, their))] : []),
        ]
      })
    },

    /** Whoever did not ask for it hears that what they share goes, while they can still take it out. */
    pair({ _id, tenantId, members, deletion, unplannedSince = now }: PairDocument): Planned[] {
      if (!deletion) return []
      const others = members.flatMap(known).filter(({ role }) => !deletion.askedBy.includes(role))
      const of = { tenantId, pairId: _id, subject: _id }
      return others.map((other) => one(other, 'deletion', of, deletion.due.toISOString(), unplannedSince))
    },
  }
}
