import type { Summary } from '../contract/conversation.ts'
import type { Language } from '../contract/shape.ts'
import type { Template } from '../contract/template.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import type { ConversationDocument } from './collection.ts'

export const conversationMutations = (conversations: Collection<ConversationDocument>) => ({
  /** Finds or makes the conversation of an occurrence: one, however many open it at once. */
  open(
    scope: { tenantId: string; pairId: string },
    meeting: OneOnOne,
    made: { id: string; at: Date; template: Template },
  ): Promise<ConversationDocument | null> {
    const { subject, start, end, timeZone } = meeting
    return onceMoreOnDuplicate(() =>
      conversations.findOneAndUpdate(
        { ...scope, iCalUId: meeting.iCalUId },
        {
          // A moved meeting takes its conversation along.
          $set: {
            meeting: { subject, start, end, organiser: meeting.organiser.address, timeZone },
            unplannedSince: made.at,
          },
          $unset: { standing: '' },
          $setOnInsert: {
            _id: made.id,
            template: { id: made.template.id, version: made.template.version },
            state: 'open' as const,
            notes: { document: null, texts: {} },
            publication: null,
            createdAt: made.at,
            finishedAt: null,
          },
        },
        { upsert: true, returnDocument: 'after' },
      ),
    )
  },

  /** The meeting of a conversation is as it is now: moved, renamed, of the two alone again. */
  async follow(conversationId: string, meeting: OneOnOne, at: Date): Promise<void> {
    const { subject, start, end, timeZone, organiser } = meeting
    await conversations.updateOne(
      { _id: conversationId },
      {
        $set: {
          meeting: { subject, start, end, timeZone, organiser: organiser.address },
          unplannedSince: at,
        },
        $unset: { standing: '' },
      },
    )
  },

  /** The meeting is not theirs alone any more, or does not take place. */
  async stand(
    conversationId: string,
    standing: NonNullable<ConversationDocument['standing']>,
    at: Date,
  ): Promise<void> {
    await conversations.updateOne({ _id: conversationId }, { $set: { standing, unplannedSince: at } })
  },

  /** Finishes, and queues the publication, in one write: either both are there after a crash or neither. */
  finish(
    conversation: ConversationDocument,
    finished: { at: Date; language: Language; summary: Summary; overEdited: boolean },
  ): Promise<ConversationDocument | null> {
    const before = conversation.publication
    return conversations.findOneAndUpdate(
      { _id: conversation._id, tenantId: conversation.tenantId },
      {
        $set: {
          state: 'finished' as const,
          finishedAt: finished.at,
          unplannedSince: finished.at,
          publication: {
            revision: (before?.revision ?? 0) + 1,
            scope: finished.summary.scope,
            language: finished.language,
            summary: finished.summary,
            heldAt: conversation.meeting.start,
            state: 'waiting' as const,
            reason: 'queued' as const,
            dueAt: finished.at,
            attempts: 0,
            target: before?.target ?? null,
            publishedAt: null,
            handEdited: before?.handEdited === true,
            overEdited: finished.overEdited,
            asked: 0,
          },
        },
      },
      { returnDocument: 'after' },
    )
  },
})
