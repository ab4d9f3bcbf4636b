import { Type } from 'typebox'
import { Id, Instant, Nullable, ShortText, Strict } from './shape.ts'
import { Question } from './question.ts'

/** A point on a scale question. */
export const ScaleValue = Type.Integer({ minimum: 1, maximum: 10 })

/** What one of the two answers to a scale question in a conversation; the other sees it, as all of the talk. */
export const ScaleAnswer = Strict({
  value: ScaleValue,
  /** What makes it not a 3; of a 1, what still holds. */
  notLower: ShortText,
  /** What would be one point more; of a 10, what keeps it there. */
  oneMore: ShortText,
  /** Goes up by one with each change; a writer says which one it saw. */
  revision: Type.Integer({ minimum: 1 }),
})
export type ScaleAnswer = Type.Static<typeof ScaleAnswer>

/** PUT: my answer over the revision that was seen; 0 when there was none. */
export const ScaleInput = Strict({
  ...ScaleAnswer.properties,
  revision: Type.Integer({ minimum: 0 }),
})
export type ScaleInput = Type.Static<typeof ScaleInput>

/** One talk in the course of a question. */
export const ScalePoint = Strict({
  conversationId: Id,
  start: Instant,
  coach: Nullable(ScaleValue),
  employee: Nullable(ScaleValue),
})
export type ScalePoint = Type.Static<typeof ScalePoint>

/** A scale question in a conversation: what each answers, and its course up to this talk, earliest first. */
export const Scale = Strict({
  question: Question.properties.id,
  mine: Nullable(ScaleAnswer),
  theirs: Nullable(ScaleAnswer),
  course: Type.Array(ScalePoint),
})
export type Scale = Type.Static<typeof Scale>
