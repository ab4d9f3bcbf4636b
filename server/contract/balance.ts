import { Type } from 'typebox'
import { Unreadable } from './preparation.ts'
import { Nullable, Strict } from './shape.ts'

const Point = Nullable(Type.Integer({ minimum: 1, maximum: 10 }))

const Answers = {
  /** How much of the time the coach talked, in percent; 30 is what to aim at. */
  talked: Nullable(Type.Integer({ minimum: 0, maximum: 100 })),
  /** From 1, told all the time, to 10, asked all the time. */
  asked: Point,
  listened: Point,
  summarised: Point,
  /** How clear the frames were: what is fixed, and what is free. */
  frames: Point,
}

/** The coach's own minute after a talk: theirs alone. What they left open is null. */
export const CoachMinute = Strict({
  ...Answers,
  /** Goes up by one with each change; a writer says which one it saw. */
  revision: Type.Integer({ minimum: 1 }),
  unreadable: Unreadable,
})
export type CoachMinute = Type.Static<typeof CoachMinute>

/** PUT: the whole minute over the revision that was seen; 0 when there was none. */
export const CoachMinuteInput = Strict({
  ...Answers,
  revision: Type.Integer({ minimum: 0 }),
})
export type CoachMinuteInput = Type.Static<typeof CoachMinuteInput>

const RatingValue = Type.Integer({ minimum: 1, maximum: 5 })

/** PUT: how one of the two rates a talk, and whether they want to show each other; the last tap counts. */
export const Rating = Strict({ value: RatingValue, showEachOther: Type.Boolean() })
export type Rating = Type.Static<typeof Rating>

/** What I said of a talk afterwards. */
export const Balance = Strict({
  /** Null for the employee, always. */
  minute: Nullable(CoachMinute),
  rating: Nullable(Rating),
  /** The other's; null unless both rated and both want to show each other. */
  theirRating: Nullable(RatingValue),
})
export type Balance = Type.Static<typeof Balance>

/** The same as it is asked for. */
export const BalanceAnswer = Strict({
  ...Balance.properties,
  /** Does the organisation let the two rate a talk? If not, none is told either. */
  ratings: Type.Boolean(),
})
export type BalanceAnswer = Type.Static<typeof BalanceAnswer>
