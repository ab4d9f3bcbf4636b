import type { Summary } from '../contract/conversation.ts'
import type { Role } from '../contract/pair.ts'
import type { Language, Localized } from '../contract/shape.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import type { TemplateReference } from '../template/collection.ts'
import type { AnsweredQuestion, AskedQuestion, ConversationDocument } from './collection.ts'

/** Questions that can be picked for one talk; three to five are wanted. */
const mostAsked = 50
/** Scale questions that can be answered in one talk. */
const mostAnswered = 50
/** Questions that are remembered as shown in one talk: five in each of fifteen steps, to both, with room to spare. */
const mostShown = 300

export const conversationMutations = (conversations: Collection<ConversationDocument>) => ({
  /**
   * Finds or makes the conversation of an occurrence: one, however many open it at once.
   * @param made of a new one; its template is asked for only when there is none yet
   */
  async open(
    scope: { tenantId: string; pairId: string },
    meeting: OneOnOne,
    made: { id: string; at: Date; template: () => Promise<TemplateReference> },
  ): Promise<ConversationDocument | null> {
    const { subject, start, end, timeZone } = meeting
    const occurrence = { ...scope, iCalUId: meeting.iCalUId }
    // A moved meeting takes its conversation along.
    const $set = {
      meeting: { subject, start, end, organiser: meeting.organiser.address, timeZone },
      unplannedSince: made.at,
    }
    const $unset = { standing: '' as const }
    const there = await conversations.findOneAndUpdate(
      occurrence,
      { $set, $unset },
      { returnDocument: 'after' },
    )
    if (there) return there
    const template = await made.template()
    return onceMoreOnDuplicate(() =>
      conversations.findOneAndUpdate(
        occurrence,
        {
          $set,
          $unset,
          $setOnInsert: {
            _id: made.id,
            template,
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
      { _id: conversationId, pairEnded: null },
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
    await conversations.updateOne(
      { _id: conversationId, pairEnded: null },
      { $set: { standing, unplannedSince: at } },
    )
  },

  /**
   * From now on it is held with another template; the texts of steps that this one lacks stay where they are.
   * @returns null when it is finished: then it reads as it was held
   */
  chooseTemplate: (
    conversation: ConversationDocument,
    template: TemplateReference,
    otherSteps: { id: string; title: Localized }[],
    by: Role,
  ): Promise<ConversationDocument | null> =>
    conversations.findOneAndUpdate(
      { _id: conversation._id, tenantId: conversation.tenantId, state: 'open' },
      { $set: { template, otherSteps, templateBy: by } },
      { returnDocument: 'after' },
    ),

  /**
   * Remembers that a question was picked, as it reads now; once, however often it is said.
   * @returns false when there is no room for more
   */
  async ask({ _id, tenantId }: ConversationDocument, picked: AskedQuestion): Promise<boolean> {
    const { question, step } = picked
    const { matchedCount } = await conversations.updateOne(
      {
        _id,
        tenantId,
        $nor: [{ asked: { $elemMatch: { question, step } } }, { asked: { $size: mostAsked } }],
      },
      { $push: { asked: picked } },
    )
    if (matchedCount === 1) return true
    const there = await conversations.findOne({ _id, tenantId })
    return there?.asked?.some((one) => one.question === question && one.step === step) === true
  },

  /** A question is not picked any more; one that never was is not either. */
  unask: (
    { _id, tenantId }: ConversationDocument,
    { question, step }: Pick<AskedQuestion, 'question' | 'step'>,
  ) => conversations.updateOne({ _id, tenantId }, { $pull: { asked: { question, step } } }),

  /** Remembers that a scale question was answered, as it reads now. */
  answer: ({ _id, tenantId }: ConversationDocument, answered: AnsweredQuestion) =>
    conversations.updateOne(
      {
        _id,
        tenantId,
        $nor: [
          { answered: { $elemMatch: { question: answered.question } } },
          { answered: { $size: mostAnswered } },
        ],
      },
      { $push: { answered } },
    ),

  /** Remembers which questions were before one of the two, as long as the talk goes on. */
  async show({ _id, tenantId, shown }: ConversationDocument, questions: string[]): Promise<void> {
    // Two at once may go over the bound by what one of them brings: it only keeps a document small.
    if ((shown?.length ?? 0) >= mostShown) return
    await conversations.updateOne(
      { _id, tenantId, state: 'open' },
      { $addToSet: { shown: { $each: questions } } },
    )
  },

  /** Finishes, and queues the publication, in one write: either both are there after a crash or neither. */
  async finish(
    conversation: ConversationDocument,
    finished: { at: Date; language: Language; summary: Summary; overEdited: boolean },
  ): Promise<ConversationDocument | null> {
    const mine = { _id: conversation._id, tenantId: conversation.tenantId }
    const done = { state: 'finished' as const, finishedAt: finished.at, unplannedSince: finished.at }
    const queued = {
      scope: finished.summary.scope,
      language: finished.language,
      summary: finished.summary,
      heldAt: conversation.meeting.start,
      state: 'waiting' as const,
      reason: 'queued' as const,
      dueAt: finished.at,
      attempts: 0,
      publishedAt: null,
      overEdited: finished.overEdited,
      asked: 0,
    }
    // Where it stands is the worker's to say, who may be writing right now: finishing again leaves that alone.
    const again = () =>
      conversations.findOneAndUpdate(
        { ...mine, 'publication.revision': { $exists: true } },
        {
          $set: {
            ...done,
            ...Object.fromEntries(
              Object.entries(queued).map(([name, value]) => [`publication.${name}`, value]),
            ),
          },
          $inc: { 'publication.revision': 1 },
          $unset: { 'publication.lease': '', 'publication.checkedAt': '' },
        },
        { returnDocument: 'after' },
      )
    const first = () =>
      conversations.findOneAndUpdate(
        { ...mine, publication: null },
        { $set: { ...done, publication: { ...queued, revision: 1, target: null, places: [] } } },
        { returnDocument: 'after' },
      )
    return (await again()) ?? (await first()) ?? again()
  },
})
export type ConversationMutations = ReturnType<typeof conversationMutations>
