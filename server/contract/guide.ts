import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Nullable, Strict } from './shape.ts'

/**
 * Tips about what a person does, each once for a person. `guide` is the first-use guide itself, and `special-data` the
 * notice of what does not belong in a text.
 */
export const tipIds = [
  'guide',
  'special-data',
  'follow-up',
  'scale',
  'observation',
  'commitment',
  'reflection',
] as const
export const TipId = Type.Enum([...tipIds])
export type TipId = (typeof tipIds)[number]

/** The tips that I have seen, on whatever device. */
export const Tips = Strict({ seen: Type.Array(TipId) })
export type Tips = Type.Static<typeof Tips>

/** How far a person is in their first weeks, in the pair in which they are furthest. */
export const Progress = Strict({
  pair: Type.Boolean(),
  /** I prepared a conversation. */
  preparation: Type.Boolean(),
  /** The two of us made a commitment. */
  commitment: Type.Boolean(),
  /** How many of the last conversations with something to follow up did follow it up. */
  followUp: Strict({ held: Type.Integer({ minimum: 0 }), of: Type.Integer({ minimum: 0 }) }),
  /** Whole weeks from the first conversation to the last. */
  weeks: Type.Integer({ minimum: 0 }),
})
export type Progress = Type.Static<typeof Progress>

/** Weeks after which the rhythm carries itself. */
export const guideWeeks = 6

/** `progress` is null once the person has set the guide aside. */
export const Guide = Strict({ progress: Nullable(Progress) })
export type Guide = Type.Static<typeof Guide>

export const getGuide = endpoint('GET /api/guide', { response: Guide })
export const getTips = endpoint('GET /api/tips', { response: Tips })
export const putTip = endpoint('PUT /api/tips/:tip', { params: { tip: TipId }, response: Tips })
