import type { Collections } from '../plugins/context.ts'
import type { DeletionPreview } from '../contract/my-data.ts'
import type { UnopenedConversation } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { askDeletion } from '../pair/deletion.ts'
import { memberWith, otherRole } from '../pair/policy.ts'
import { privateNoteData } from '../private-note/data.ts'

/** Counts what deleting a pair would take from me and from the other, by the same rule as the deletion itself. */
export function deletionPreview(collections: Collections) {
  const { commitments, reminders } = collections
  const conversations = conversationData(collections.conversations)
  const notes = privateNoteData(collections.privateNotes)

  return async (pair: PairDocument, me: Member, oid: string, now: Date): Promise<DeletionPreview> => {
    const other = memberWith(pair, otherRole(me.role))
    const [all, made, mine, reminded] = await Promise.all([
      conversations.allOfPair(pair._id),
      commitments.countDocuments({ pairId: pair._id }),
      notes.count(pair._id, oid),
      reminders.countDocuments({ pairId: pair._id, oid }),
    ])
    const { due } = askDeletion(pair.deletion, me.role, other.oid !== null, now)
    return {
      other: { name: other.name },
      privateNotes: mine,
      drafts: all.filter((one) => isDraft(one, me)).length,
      reminders: reminded,
      conversations: all.length,
      commitments: made,
      otherReadsUntil: due > now ? due.toISOString() : null,
      invites: all.filter((one) => one.publication?.state === 'published').length,
    }
  }
}

export type Preview = Awaited<ReturnType<typeof deletionPreview>>

/** A preparation that its author never shared, or took back. */
export const isDraft = (one: UnopenedConversation, { role }: Pick<Member, 'role'>): boolean =>
  one.preparation?.[role]?.shared === false
