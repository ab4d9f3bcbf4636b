import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Role } from './pair.ts'
import { Instant, Nullable, Strict } from './shape.ts'

/** The intervals that two people can agree on, in weeks. */
export const intervals = [1, 2, 3, 4, 6, 8] as const
export const EveryWeeks = Type.Enum([...intervals])
export type EveryWeeks = (typeof intervals)[number]

/** A write says which revision it goes over: 0 when there was none. */
const Revision = Type.Integer({ minimum: 0 })

/** How often two people agreed to talk; who said so last, and when. */
export const Agreement = Strict({
  /** Null: nothing is agreed (any more). */
  everyWeeks: Nullable(EveryWeeks),
  by: Nullable(Role),
  at: Nullable(Instant),
  revision: Revision,
})
export type Agreement = Type.Static<typeof Agreement>

export const AgreementInput = Strict({ everyWeeks: Nullable(EveryWeeks), revision: Revision })
export type AgreementInput = Type.Static<typeof AgreementInput>

/**
 * Why there is nothing to propose: the working hours of the two have nothing in common; or they have, and all of
 * it is taken.
 */
const NoProposals = Type.Enum(['no-common-hours', 'nothing-free'])
export type NoProposals = Type.Static<typeof NoProposals>

export const Moments = Strict({ start: Instant, end: Instant })
export type Moments = Type.Static<typeof Moments>

/** How long a conversation may be asked to be, in minutes. */
export const lengths = [15, 30, 45, 60] as const

/** Other times than the first, and of another length than the last conversation. */
const ProposalsQuery = Strict({
  /** Quarters of an hour, up to two hours. */
  minutes: Type.Optional(Type.String({ pattern: '^(15|30|45|60|75|90|105|120)$' })),
  /** Offset: how many of the best the page has already; up to 40. */
  skip: Type.Optional(Type.String({ pattern: '^([0-9]|[123][0-9]|40)$' })),
})

/** When the next conversation of a pair could be, best first. */
export const Proposals = Strict({
  /** How long they are. */
  minutes: Type.Integer(),
  /** Are there others after these? */
  more: Type.Boolean(),
  proposals: Type.Array(Moments),
  reason: Nullable(NoProposals),
  /** Zones by IANA's names; that of the other is null when nothing is known of it. */
  zones: Strict({ mine: Type.String(), theirs: Nullable(Type.String()) }),
  /** Could the other's free/busy be read? If not, the times are free for me only. */
  otherRead: Type.Boolean(),
  /** The interval of a repeated event: the agreed one, else the usual one. */
  everyWeeks: EveryWeeks,
  /** The revision of what was last planned here. Planning sends it, so that one of two at once wins. */
  revision: Revision,
})
export type Proposals = Type.Static<typeof Proposals>

/** A conversation that stands in the calendar of the person who asked for it, the other invited. */
export const PlannedConversation = Strict({
  subject: Type.String(),
  ...Moments.properties,
  everyWeeks: Nullable(EveryWeeks),
})
export type PlannedConversation = Type.Static<typeof PlannedConversation>

export const getProposals = endpoint('GET /api/pairs/:pairId/proposals', {
  query: ProposalsQuery,
  response: Proposals,
})

export const planConversation = endpoint('POST /api/pairs/:pairId/conversations', {
  body: Strict({
    ...Moments.properties,
    /** Null: once. */
    everyWeeks: Nullable(EveryWeeks),
    revision: Revision,
  }),
  response: PlannedConversation,
  status: 201,
})

export const putRhythm = endpoint('PUT /api/pairs/:pairId/rhythm', {
  body: AgreementInput,
  response: Agreement,
})
