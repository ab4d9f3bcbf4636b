import type { Collections } from '../plugins/context.ts'
import { carriedOver } from '../commitment/carried-over.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import { questionById } from '../content/library.ts'
import type { Localized } from '../contract/shape.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Collection } from '../database/collection.ts'
import { wasHeld } from '../one-on-ones/rhythm.ts'
import type { PairDocument } from '../pair/collection.ts'
import type { ScaleDocument } from '../scale/collection.ts'
import { courseOf } from '../scale/course.ts'
import { scaleData } from '../scale/data.ts'
import { unopened } from '../sealing/sealed-collection.ts'
import { templatesOf, type TemplateData } from '../template/data.ts'
import type { Sources, Conversation } from './candidates.ts'
import type { ReviewDocument } from './collection.ts'
import { boundsOf } from './period.ts'

export type ListedReview = Pick<ReviewDocument, '_id' | 'from' | 'to'> & { frozen: { at: Date } | null }

/** Packs that are listed: one each half year, and those that were tried. */
const listed = 24

export const reviewData = (reviews: Collection<ReviewDocument>) => ({
  /** When a pair's packs are of and were frozen, latest period first: a list needs nothing that is in them. */
  listed: async (pairId: string): Promise<ListedReview[]> =>
    reviews.find({ pairId }, { sort: { to: -1 }, limit: listed, projection: unopened }).toArray(),
  byId: (reviewId: string, tenantId: string) => reviews.findOne({ _id: reviewId, tenantId }),
  /** When the latest of a pair's packs was frozen; null: none is. */
  async lastFrozen(pairId: string): Promise<Date | null> {
    const found = await reviews
      .find({ pairId }, { sort: { to: -1 }, limit: listed, projection: unopened })
      .toArray()
    const frozen = found.flatMap((one) => (one.frozen ? [one.frozen.at] : []))
    return frozen.sort((a, b) => b.getTime() - a.getTime())[0] ?? null
  },
  /** Latest period first. */
  ofPair: (pairId: string) => reviews.find({ pairId }, { sort: { to: -1 }, limit: listed }).toArray(),
})

/** Reads the sources of a review pack, as they are now. */
export type ReadSources = (review: ReviewDocument, pair: PairDocument, now: Date) => Promise<Sources>

export function sourcesOf(collections: Collections): ReadSources {
  const conversations = conversationData(collections.conversations)
  const commitments = commitmentData(collections.commitments)
  const scales = scaleData(collections.scales)
  const templates = templatesOf(collections)
  return async (review, pair, now) => {
    const { from, until } = boundsOf(review, review.timeZone)
    const [all, answers] = await Promise.all([
      conversations.between(pair._id, from, until),
      scales.between(pair._id, from, until),
    ])
    const latestFirst = all.toReversed()
    const words = wordsIn(all)
    const [made, goals] = await Promise.all([
      commitments.ofConversations(all.map((one) => one._id)),
      goalTitles(templates, all),
    ])
    return {
      commitments: made.map((one) => ({
        ...commitmentView(one),
        carried: carriedOver(
          one,
          latestFirst.filter(({ meeting }) => meeting.start < now),
        ),
      })),
      conversations: all.map((one): Conversation => {
        const summary = one.state === 'finished' ? (one.publication?.summary ?? null) : null
        const { start } = one.meeting
        return { id: one._id, start, held: wasHeld(one, now), summary, goalTitles: goals(one) }
      }),
      scales: [...Map.groupBy(answers, (one: ScaleDocument) => one.question)].flatMap(([question, given]) => {
        const text = questionById(question)?.text ?? words(question)
        // A number is shown only beside the number of the other, here too.
        const course = courseOf(given).filter((one) => one.coach !== null && one.employee !== null)
        return text ? [{ question, text, course }] : []
      }),
      everyWeeks: pair.rhythm?.everyWeeks ?? null,
    }
  }
}

/** How a question that is not of the library read to the two when they answered it first; what one of them alone reads is in no pack. */
const wordsIn =
  (conversations: ListedConversation[]) =>
  (question: string): Localized | undefined =>
    conversations
      .flatMap(({ answered = [] }) => answered)
      .find((one) => one.question === question && one.kept?.of === null)?.kept?.text

/** The titles of the goal's steps in the template that each conversation was held with; each template is read once. */
async function goalTitles(
  templates: TemplateData,
  conversations: ListedConversation[],
): Promise<(conversation: ListedConversation) => Localized[]> {
  const key = ({ template }: ListedConversation) => JSON.stringify(template)
  const different = [...new Map(conversations.map((one) => [key(one), one])).values()]
  const titles = new Map(
    await Promise.all(
      different.map(async (one) => {
        const template = await templates.find(one.template, one.tenantId)
        const goals = (template?.steps ?? [])
          .filter(({ phase }) => phase === 'goal')
          .map(({ title }) => title)
        return [key(one), goals] as const
      }),
    ),
  )
  return (conversation) => titles.get(key(conversation)) ?? []
}
