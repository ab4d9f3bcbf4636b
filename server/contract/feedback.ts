import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Unreadable } from './preparation.ts'
import { Nullable, Strict } from './shape.ts'

const Point = Nullable(Type.Integer({ minimum: 1, maximum: 10 }))

const Answers = {
  /** How much of the time the coach talked, in percent; 30 is what to aim at. */
  talked: Nullable(Type.Integer({ minimum: 0, maximum: 100 })),
  /** From 1, always gave answers, to 10, always asked questions. */
  asked: Point,
  listened: Point,
  summarised: Point,
  /** How clear the frames were: what is fixed, and what is free. */
  frames: Point,
}

/** The coach's own reflection after a conversation: theirs alone. What they left open is null. */
export const CoachReflection = Strict({
  ...Answers,
  /** Goes up by one with each change; a writer says which one it saw. */
  revision: Type.Integer({ minimum: 1 }),
  unreadable: Unreadable,
})
export type CoachReflection = Type.Static<typeof CoachReflection>

/** PUT: the whole reflection over the revision that was seen; 0 when there was none. */
export const CoachReflectionInput = Strict({ ...Answers, revision: Type.Integer({ minimum: 0 }) })
export type CoachReflectionInput = Type.Static<typeof CoachReflectionInput>

const RatingValue = Type.Integer({ minimum: 1, maximum: 5 })

/** PUT: how one of the two rates a conversation, and whether they want to show each other; the last tap counts. */
export const Rating = Strict({ value: RatingValue, showEachOther: Type.Boolean() })
export type Rating = Type.Static<typeof Rating>

export const Feedback = Strict({
  /** Null for the employee, always. */
  reflection: Nullable(CoachReflection),
  rating: Nullable(Rating),
  /** The other's; null unless both rated and both want to show each other. */
  theirRating: Nullable(RatingValue),
})
export type Feedback = Type.Static<typeof Feedback>

/** The same as it is asked for. */
export const FeedbackAnswer = Strict({
  ...Feedback.properties,
  /** Does the organisation let the two rate a conversation? If not, no rating is shown either. */
  ratings: Type.Boolean(),
})
export type FeedbackAnswer = Type.Static<typeof FeedbackAnswer>

export const getFeedback = endpoint('GET /api/conversations/:conversationId/feedback', {
  response: FeedbackAnswer,
})

export const putReflection = endpoint('PUT /api/conversations/:conversationId/reflection', {
  body: CoachReflectionInput,
  response: FeedbackAnswer,
})

export const putRating = endpoint('PUT /api/conversations/:conversationId/rating', {
  body: Rating,
  response: FeedbackAnswer,
})
