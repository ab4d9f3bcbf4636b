import { carriedOver } from '../commitment/carried-over.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import { questionById } from '../content/library.ts'
import type { Localized } from '../contract/shape.ts'
import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Collection, Database } from '../database/collection.ts'
import { wasHeld } from '../one-on-ones/rhythm.ts'
import type { PairDocument } from '../pair/collection.ts'
import { scaleSpec, type ScaleDocument } from '../scale/collection.ts'
import { courseOf } from '../scale/course.ts'
import { scaleData } from '../scale/data.ts'
import { templatesOf, type TemplateData } from '../template/data.ts'
import type { Sources, Talk } from './candidates.ts'
import type { ReviewDocument } from './collection.ts'
import { boundsOf } from './period.ts'

/** Packs that are listed: one each half year, and those that were tried. */
const listed = 24

export const reviewData = (reviews: Collection<ReviewDocument>) => ({
  byId: (reviewId: string, tenantId: string) => reviews.findOne({ _id: reviewId, tenantId }),
  /** Latest period first. */
  ofPair: (pairId: string) => reviews.find({ pairId }, { sort: { to: -1 }, limit: listed }).toArray(),
})

/** What a review can be made of, as it stands now. */
export type ReadSources = (review: ReviewDocument, pair: PairDocument, now: Date) => Promise<Sources>

export async function sourcesOf(database: Database): Promise<ReadSources> {
  const conversations = conversationData(await database.collection(conversationSpec))
  const commitments = commitmentData(await database.collection(commitmentSpec))
  const scales = scaleData(await database.collection(scaleSpec))
  const templates = await templatesOf(database)
  return async (review, pair, now) => {
    const { from, until } = boundsOf(review, review.timeZone)
    const [talks, answers] = await Promise.all([
      conversations.between(pair._id, from, until),
      scales.between(pair._id, from, until),
    ])
    const latestFirst = talks.toReversed()
    const words = wordsIn(talks)
    const [made, goals] = await Promise.all([
      commitments.ofTalks(talks.map((one) => one._id)),
      goalTitles(templates, talks),
    ])
    return {
      commitments: made.map((one) => ({
        ...commitmentView(one),
        carried: carriedOver(
          one,
          latestFirst.filter(({ meeting }) => meeting.start < now),
        ),
      })),
      talks: talks.map((one): Talk => {
        const summary = one.state === 'finished' ? (one.publication?.summary ?? null) : null
        const { start } = one.meeting
        return { id: one._id, start, held: wasHeld(one, now), summary, goalTitles: goals(one) }
      }),
      scales: [...Map.groupBy(answers, (one: ScaleDocument) => one.question)].flatMap(([question, given]) => {
        const text = questionById(question)?.text ?? words(question)
        return text ? [{ question, text, course: courseOf(given) }] : []
      }),
      everyWeeks: pair.rhythm?.everyWeeks ?? null,
    }
  }
}

/** How a question that is not of the library read to the two when they answered it first; what one of them alone reads is in no pack. */
const wordsIn =
  (talks: ConversationDocument[]) =>
  (question: string): Localized | undefined =>
    talks
      .flatMap(({ answered = [] }) => answered)
      .find((one) => one.question === question && one.kept?.of === null)?.kept?.text

/** The titles of the goal's steps in the template that each talk was held with; each template is read once. */
async function goalTitles(
  templates: TemplateData,
  talks: ConversationDocument[],
): Promise<(talk: ConversationDocument) => Localized[]> {
  const key = ({ template }: ConversationDocument) => JSON.stringify(template)
  const different = [...new Map(talks.map((one) => [key(one), one])).values()]
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
  return (talk) => titles.get(key(talk)) ?? []
}
