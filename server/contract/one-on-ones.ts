import { Type } from 'typebox'
import { Commitment } from './commitment.ts'
import { endpoint } from './endpoint.ts'
import { Meeting } from './meeting.ts'
import { Pair } from './pair.ts'
import { Agreement } from './planning.ts'
import { PreparationState } from './preparation.ts'
import { Publication } from './publication.ts'
import { Id, Instant, Localized, Nullable, Strict } from './shape.ts'

/** How regularly the two talk: out of what they agreed, the conversations that they held, and what is planned. */
export const Rhythm = Strict({
  /**
   * `new`: too few conversations to tell; `kept`: the next one is planned in time; `open`: nothing is planned yet, and it
   * is not late; `slipping`: longer ago than they agreed, or than is usual for them, or planned later than that.
   */
  state: Type.Enum(['new', 'kept', 'open', 'slipping']),
  /** The agreed interval, else their usual one, in days. */
  everyDays: Nullable(Type.Integer({ minimum: 1 })),
  last: Nullable(Instant),
  agreed: Agreement,
})
export type Rhythm = Type.Static<typeof Rhythm>

export const ComingMeeting = Strict({ ...Meeting.properties, preparation: PreparationState })
export type ComingMeeting = Type.Static<typeof ComingMeeting>

/** "My 1-on-1s": the coming three weeks out of the noise of the calendar, and the pairs I am in. */
export const OneOnOnes = Strict({
  now: Instant,
  meetings: Type.Array(ComingMeeting),
  pairs: Type.Array(
    Strict({
      pair: Pair,
      /** Those that are open, oldest first. */
      commitments: Type.Array(Commitment),
      next: Nullable(ComingMeeting),
      /** A publication that still waits, with its reason. */
      waiting: Nullable(Publication),
      rhythm: Rhythm,
    }),
  ),
  /** Those of which I can still read what they had. */
  ended: Type.Array(Pair),
})
export type OneOnOnes = Type.Static<typeof OneOnOnes>

/** A conversation that has begun, by what came of it. */
export const PastConversation = Strict({
  id: Id,
  start: Instant,
  end: Instant,
  finished: Type.Boolean(),
  /** The title of the template that it was held with; null when that version is gone. */
  template: Nullable(Localized),
  /** The first commitment that was made in it, as it read when the conversation ended; null: none was. */
  agreed: Nullable(Type.String()),
})
export type PastConversation = Type.Static<typeof PastConversation>

/** The conversations of a pair that have begun, latest first; `next` asks for those before these. */
export const PastConversations = Strict({
  conversations: Type.Array(PastConversation),
  next: Nullable(Instant),
})
export type PastConversations = Type.Static<typeof PastConversations>

export const getOneOnOnes = endpoint('GET /api/one-on-ones', { response: OneOnOnes })

export const getPastConversations = endpoint('GET /api/pairs/:pairId/conversations', {
  query: Strict({ before: Type.Optional(Instant) }),
  response: PastConversations,
})
