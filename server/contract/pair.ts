import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { MeetingReference } from './meeting.ts'
import { Scope } from './publication.ts'
import { Id, Instant, Nullable, Strict } from './shape.ts'

export const Role = Type.Enum(['coach', 'employee'])
export type Role = Type.Static<typeof Role>

export const Pair = Strict({
  id: Id,
  coach: Strict({ name: Type.String() }),
  employee: Strict({ name: Type.String() }),
  /** The role of the person who asks. */
  myRole: Role,
  /** How much the two shared the last time that they finished a conversation. */
  scope: Scope,
  /** Since when it can be read and not changed; null as long as it goes on. */
  ended: Nullable(Instant),
  /** When all of it goes, because the other asked to delete it; null when nobody did. */
  goesOn: Nullable(Instant),
})
export type Pair = Type.Static<typeof Pair>

export const getPairs = endpoint('GET /api/pairs', { response: Type.Array(Pair) })
export const makePair = endpoint('POST /api/pairs', {
  body: Strict({ meeting: MeetingReference, myRole: Role }),
  response: Pair,
  status: 201,
})

/** An answer about an address in their invites: is it a person's, or a service's that takes notes? */
export const NoteTakerAnswer = Strict({
  address: Type.String({ minLength: 3, maxLength: 320 }),
  isPerson: Type.Boolean(),
})
export type NoteTakerAnswer = Type.Static<typeof NoteTakerAnswer>

export const putNoteTaker = endpoint('PUT /api/pairs/:pairId/note-takers', {
  body: NoteTakerAnswer,
  response: NoteTakerAnswer,
})

export const endPair = endpoint('POST /api/pairs/:pairId/end', { response: Pair })
export const deletePair = endpoint('DELETE /api/pairs/:pairId', { response: Type.Null() })
