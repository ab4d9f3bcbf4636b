import { Type } from 'typebox'
import { Meeting, MeetingReference } from './meeting.ts'
import { Publication } from './publication.ts'
import { Id, Instant, Nullable, Strict } from './shape.ts'

export const Role = Type.Union([Type.Literal('coach'), Type.Literal('employee')])
export type Role = Type.Static<typeof Role>

export const Pair = Strict({
  id: Id,
  coach: Strict({ name: Type.String() }),
  employee: Strict({ name: Type.String() }),
  /** The role of the person who asks. */
  myRole: Role,
})
export type Pair = Type.Static<typeof Pair>

export const NewPair = Strict({ meeting: MeetingReference, myRole: Role })
export type NewPair = Type.Static<typeof NewPair>

/** "My 1-on-1s": the coming three weeks out of the noise of the calendar, and the pairs I am in. */
export const OneOnOnes = Strict({
  now: Instant,
  meetings: Type.Array(Meeting),
  pairs: Type.Array(
    Strict({
      pair: Pair,
      openCommitments: Type.Integer({ minimum: 0 }),
      next: Nullable(Meeting),
      /** A publication that still waits, with its reason. */
      waiting: Nullable(Publication),
    }),
  ),
})
export type OneOnOnes = Type.Static<typeof OneOnOnes>
