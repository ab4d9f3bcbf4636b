import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Id, Instant, Nullable, ShortText, Strict } from './shape.ts'
import { Question, QuestionId } from './question.ts'

/** A point on a scale question. */
const ScaleValue = Type.Integer({ minimum: 1, maximum: 10 })

/** One person's answer to a scale question in a conversation. The other sees it once they gave a number too. */
export const ScaleAnswer = Strict({
  value: ScaleValue,
  /** Why the answer is not lower; for a 1, the good that there is still. */
  notLower: ShortText,
  /** The difference that one point more would make; for a 10, the reason that it stays there. */
  oneMore: ShortText,
})
export type ScaleAnswer = Type.Static<typeof ScaleAnswer>

/** The answers of the two in a conversation, by when it began. */
export const ScaleNumbers = Strict({
  start: Instant,
  coach: Nullable(ScaleValue),
  employee: Nullable(ScaleValue),
})

/** One conversation in the course of a question. */
export const ScalePoint = Strict({ conversationId: Id, ...ScaleNumbers.properties })
export type ScalePoint = Type.Static<typeof ScalePoint>

/**
 * A scale question in a conversation: what each answers, and its course up to this conversation, earliest first.
 * The course has the other's numbers beside one's own alone.
 */
export const Scale = Strict({
  question: Question.properties.id,
  mine: Nullable(ScaleAnswer),
  /** Null as long as not both have given a number: nobody's is held against the other's before. */
  theirs: Nullable(ScaleAnswer),
  /** Has the other given one, which may not be seen yet? */
  theyChose: Type.Boolean(),
  course: Type.Array(ScalePoint),
})
export type Scale = Type.Static<typeof Scale>

export const getScale = endpoint('GET /api/conversations/:conversationId/scales/:question', {
  params: { question: QuestionId },
  response: Scale,
})

export const putScale = endpoint('PUT /api/conversations/:conversationId/scales/:question', {
  params: { question: QuestionId },
  body: ScaleAnswer,
  response: Scale,
})
