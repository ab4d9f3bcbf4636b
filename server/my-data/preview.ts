import { commitmentSpec } from '../commitment/collection.ts'
import type { DeletionPreview } from '../contract/my-data.ts'
import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Database } from '../database/collection.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { askDeletion } from '../pair/deletion.ts'
import { memberWith, otherRole } from '../pair/policy.ts'
import { privateNoteSpec } from '../private-note/collection.ts'
import { privateNoteData } from '../private-note/data.ts'
import { reminderSpec } from '../reminder/collection.ts'

/** What deleting a pair would do to what is mine and to what the other sees: by the rule that does it. */
export async function deletionPreview(database: Database) {
  const conversations = conversationData(await database.collection(conversationSpec))
  const commitments = await database.collection(commitmentSpec)
  const notes = privateNoteData(await database.collection(privateNoteSpec))
  const reminders = await database.collection(reminderSpec)

  return async (pair: PairDocument, me: Member, oid: string, now: Date): Promise<DeletionPreview> => {
    const other = memberWith(pair, otherRole(me.role))
    const [talks, made, mine, reminded] = await Promise.all([
      conversations.allOfPair(pair._id),
      commitments.countDocuments({ pairId: pair._id }),
      notes.count(pair._id, oid),
      reminders.countDocuments({ pairId: pair._id, oid }),
    ])
    const { due } = askDeletion(pair.deletion, me.role, other.oid !== null, now)
    return {
      other: { name: other.name },
      privateNotes: mine,
      drafts: talks.filter((one) => isDraft(one, me)).length,
      reminders: reminded,
      talks: talks.length,
      commitments: made,
      otherReadsUntil: due > now ? due.toISOString() : null,
      invites: talks.filter((one) => one.publication?.state === 'published').length,
    }
  }
}

export type Preview = Awaited<ReturnType<typeof deletionPreview>>

/** A preparation that its author never shared, or took back. */
export const isDraft = (one: ConversationDocument, { role }: Pick<Member, 'role'>): boolean =>
  one.preparation?.[role]?.shared === false
