import type { Role } from '../contract/pair.ts'
import type { Localized } from '../contract/shape.ts'
import type { Collection } from '../database/collection.ts'
import type { DeriveId } from '../database/derived-id.ts'
import { isInserted } from '../database/errors.ts'
import { me, type OneOnOne } from '../meeting/one-on-one.ts'
import type { PairDocument } from '../pair/collection.ts'
import { addressesOf, mayTellOf, memberAt } from '../pair/policy.ts'
import type { TemplateReference } from '../template/collection.ts'
import type {
  AnsweredQuestion,
  AskedQuestion,
  ConversationDocument,
  ListedConversation,
} from './collection.ts'
import { differs } from './planned.ts'

/** Questions that can be picked for one conversation; three to five are wanted. */
const mostAsked = 50
/** Scale questions that can be answered in one conversation. */
const mostAnswered = 50
/** Questions that are remembered as shown in one conversation: five in each of fifteen steps, to both, with room to spare. */
const mostShown = 300

/** How long after it began a conversation goes on at most, milliseconds. */
const lately = 24 * 60 * 60_000

const stored = ({ subject, start, end, timeZone, organiser }: OneOnOne): ConversationDocument['meeting'] => ({
  subject,
  start,
  end,
  timeZone,
  organiser: organiser.address,
})

/** The meeting is of the two alone again. */
const asTwo = { $unset: { eligibility: '', declined: '' } } as const

/** The fields that are kept of a meeting of the two with others on its invite who declined. */
const declinedIn = ({ declined }: OneOnOne): Pick<ConversationDocument, 'eligibility' | 'declined'> =>
  declined ? { eligibility: 'others-declined', declined: declined.map(({ name }) => name) } : {}

type Made = { deriveId: DeriveId; at: Date; template: () => Promise<TemplateReference> }

/** The conversation of an occurrence that has none yet. */
export async function newConversation(
  { tenantId, _id: pairId }: PairDocument,
  meeting: OneOnOne,
  { deriveId, at, template }: Made,
): Promise<ConversationDocument> {
  const { iCalUId } = meeting
  return {
    _id: deriveId('conversation', pairId, iCalUId),
    tenantId,
    pairId,
    iCalUId,
    meeting: stored(meeting),
    unplannedSince: at,
    ...declinedIn(meeting),
    template: await template(),
    state: 'open',
    notes: { texts: {} },
    publication: null,
    createdAt: at,
    finishedAt: null,
  }
}

export const conversationMutations = (conversations: Collection<ConversationDocument>) => ({
  /**
   * Finds or makes the conversation of an occurrence: one, however many open it at once. One that is as it was planned
   * costs no write.
   * @param meeting as the calendar of who opens it has it
   * @param made of a new one; its template is asked for only when there is none yet
   * @param read the conversation, where it was read already; null: there is none, as far as is known
   */
  async open(
    pair: PairDocument,
    meeting: OneOnOne,
    made: Made,
    read?: ListedConversation | null,
  ): Promise<ListedConversation | null> {
    const { iCalUId } = meeting
    const { tenantId, _id: pairId } = pair
    const occurrence = { tenantId, pairId, iCalUId }
    const now = { meeting: stored(meeting), unplannedSince: made.at }
    const declined = declinedIn(meeting)
    const reader = memberAt(pair, me(meeting).address)
    const mayTell = ({ meeting: known }: ListedConversation) =>
      mayTellOf(pair, known.organiser, reader ? addressesOf(reader) : [])
    const find = () => conversations.findOne(occurrence)
    const follow = async (known: ListedConversation | null) => {
      if (!known || !mayTell(known) || !differs(known, meeting)) return known
      return conversations.findOneAndUpdate(
        { ...occurrence, 'meeting.organiser': known.meeting.organiser },
        // A moved meeting takes its conversation along.
        { $set: { ...now, ...declined }, ...(meeting.declined ? {} : asTwo) },
      )
    }
    const there = await follow(read === undefined ? await find() : read)
    if (there) return there
    const conversation = await newConversation(pair, meeting, made)
    // Not new: somebody else opened it a moment ago.
    return (await isInserted(conversations.insertOne(conversation))) ? conversation : follow(await find())
  },

  /** Somebody came into a pair: what they are reminded of is planned for what is going on and to come. */
  planComing: (pairId: string, at: Date) =>
    conversations.updateMany(
      { pairId, 'meeting.start': { $gt: new Date(at.getTime() - lately) } },
      { $set: { unplannedSince: at } },
    ),

  /** The meeting of a conversation is as it is now: moved, renamed, of the two alone again. */
  async follow(conversationId: string, meeting: OneOnOne, at: Date): Promise<void> {
    await conversations.updateOne(
      { _id: conversationId, pairEnded: null },
      {
        $set: { meeting: stored(meeting), unplannedSince: at, ...declinedIn(meeting) },
        ...(meeting.declined ? {} : asTwo),
      },
    )
  },

  /** The meeting is not theirs alone any more, or does not take place. */
  async setEligibility(
    conversationId: string,
    eligibility: NonNullable<ConversationDocument['eligibility']>,
    at: Date,
  ): Promise<void> {
    await conversations.updateOne(
      { _id: conversationId, pairEnded: null },
      { $set: { eligibility, unplannedSince: at }, $unset: { declined: '' } },
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
    ),

  /**
   * Remembers that a question was picked, as it read when it first was; once, however often it is said, as the last one.
   * @param instead one of the same step that is not picked any more
   * @returns false when there is no room for more
   */
  async ask(
    { _id, tenantId, asked }: ConversationDocument,
    picked: AskedQuestion,
    instead?: string,
  ): Promise<boolean> {
    const { question, step } = picked
    const known = asked?.find((one) => one.question === question && one.step === step)
    const isLast = known && known === asked?.findLast((one) => one.step === step)
    const leaving = [
      ...(instead && instead !== question ? [instead] : []),
      ...(known && !isLast ? [question] : []),
    ]
    for (const left of leaving)
      await conversations.updateOne({ _id, tenantId }, { $pull: { asked: { question: left, step } } })
    const { matchedCount } = await conversations.updateOne(
      {
        _id,
        tenantId,
        $nor: [{ asked: { $elemMatch: { question, step } } }, { asked: { $size: mostAsked } }],
      },
      { $push: { asked: known ?? picked } },
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

  /** Remembers which questions were before one of the two, as long as the conversation goes on. */
  async show({ _id, tenantId, shown }: ConversationDocument, questions: string[]): Promise<void> {
    // Two at once may go over the bound by what one of them brings: it only keeps a document small.
    if ((shown?.length ?? 0) >= mostShown) return
    await conversations.updateOne(
      { _id, tenantId, state: 'open' },
      { $addToSet: { shown: { $each: questions } } },
    )
  },
})
