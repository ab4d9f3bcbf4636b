import { Type } from 'typebox'
import { Strict } from './shape.ts'

/** Tips that stand beside what they are about, each once for a person; `guide` is the first-use guide itself. */
export const tipIds = ['guide', 'follow-up', 'scale', 'observation', 'commitment', 'minute'] as const
export const TipId = Type.Enum([...tipIds])
export type TipId = (typeof tipIds)[number]

/** The tips that I have seen, on whatever device. */
export const Tips = Strict({ seen: Type.Array(TipId) })
export type Tips = Type.Static<typeof Tips>

/** How far a person is in their first weeks, in the pair in which they are furthest. */
export const Progress = Strict({
  pair: Type.Boolean(),
  /** I prepared a talk. */
  preparation: Type.Boolean(),
  /** The two of us made a commitment. */
  commitment: Type.Boolean(),
  /** Of the last talks that had something to follow up, in how many it was. */
  followUp: Strict({ held: Type.Integer({ minimum: 0 }), of: Type.Integer({ minimum: 0 }) }),
  /** Whole weeks from the first talk to the last. */
  weeks: Type.Integer({ minimum: 0 }),
})
export type Progress = Type.Static<typeof Progress>

/** Weeks after which the rhythm carries itself. */
export const guideWeeks = 6

/** `progress` is null once the person has set the guide aside. */
export const Guide = Strict({ progress: Type.Union([Progress, Type.Null()]) })
export type Guide = Type.Static<typeof Guide>
