import { Type } from 'typebox'
import { MeetingReference } from './meeting.ts'
import { Scope } from './publication.ts'
import { Id, Strict } from './shape.ts'

export const Role = Type.Union([Type.Literal('coach'), Type.Literal('employee')])
export type Role = Type.Static<typeof Role>

export const Pair = Strict({
  id: Id,
  coach: Strict({ name: Type.String() }),
  employee: Strict({ name: Type.String() }),
  /** The role of the person who asks. */
  myRole: Role,
  /** How much the two shared the last time that they finished a talk. */
  scope: Scope,
})
export type Pair = Type.Static<typeof Pair>

export const NewPair = Strict({ meeting: MeetingReference, myRole: Role })
export type NewPair = Type.Static<typeof NewPair>
