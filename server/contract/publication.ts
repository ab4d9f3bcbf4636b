import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Instant, Nullable, Strict } from './shape.ts'

/** Why a publication is not, or not only, in the next invite (yet). The panel explains each. */
export const waitingReasons = [
  'queued',
  'no-next-meeting',
  'organiser-sign-in',
  /** The mailbox that it goes into, or out of, is not in Microsoft 365 (any more). */
  'no-mailbox',
  /** Before both have been here it is not known that the other address is one person's, and not a group's. */
  'other-not-here',
  'not-a-one-on-one',
  'throttled',
  'microsoft-unavailable',
  /** For more than a day it was tried again and again, and Microsoft did not take it. */
  'keeps-failing',
  'microsoft-refused',
  'changed-meanwhile',
  'join-link-at-risk',
  /** The body of the invite is too large or too complicated to add to, or would become so. */
  'too-large',
  /** It went wrong again and again, through a fault of ours: it is set aside until something changes. */
  'failed',
  /** It is in the next invite, and could not be taken out of an earlier one yet. */
  'not-cleared',
  /** Somebody changed its marks in an invite out of which it is to go: only a person knows how far it reaches. */
  'altered',
] as const
export type WaitingReason = (typeof waitingReasons)[number]

export const Scope = Type.Enum(['summary-and-commitments', 'commitments-only'])
export type Scope = Type.Static<typeof Scope>

/** Everybody who can read the invite that carries the section, or will, by the calendar of the person who asks. */
export const Audience = Strict({
  /** Null: no next conversation is planned. */
  next: Nullable(
    Strict({
      subject: Type.String(),
      start: Instant,
      /** The organiser's name. */
      organiser: Type.String(),
      iOrganise: Type.Boolean(),
      /** Colleagues who may look into a calendar see only that the time is taken. */
      isPrivate: Type.Boolean(),
      /** It is not, and its organiser chose that it becomes so, before anything is written into it. */
      willBePrivate: Type.Boolean(),
      /** Names of rooms and other resources, which have a calendar too. */
      alsoInvited: Type.Array(Type.String()),
      /** Names of services that take notes: they read the invite as the two do. */
      noteTakers: Type.Array(Type.String()),
    }),
  ),
  /** The name of the one who has never opened Groei: nothing is written before they have. Null: both have. */
  waitsFor: Nullable(Type.String()),
  /** Whether the person who asks wants the section kept private. */
  keepPrivate: Type.Boolean(),
})
export type Audience = Type.Static<typeof Audience>

/** One's own choice for the conversations of a pair that one organises. */
export const Privacy = Strict({ keepPrivate: Type.Boolean() })
export type Privacy = Type.Static<typeof Privacy>

/** The writing of the invite section of one finished conversation into the next invite of the pair. */
export const Publication = Strict({
  /** `superseded`: a later conversation of the two is in the next invite instead. */
  state: Type.Enum(['waiting', 'published', 'superseded']),
  reason: Nullable(Type.Enum([...waitingReasons])),
  /** With `keeps-failing`: since when it is tried. */
  triedSince: Nullable(Instant),
  scope: Scope,
  /** The invite that carries the section, or will. */
  target: Nullable(Strict({ subject: Type.String(), start: Instant })),
  publishedAt: Nullable(Instant),
  /** Somebody edited the section in the invite; Groei leaves it alone. */
  handEdited: Type.Boolean(),
})
export type Publication = Type.Static<typeof Publication>

export const getAudience = endpoint('GET /api/conversations/:conversationId/audience', { response: Audience })
export const putPrivacy = endpoint('PUT /api/pairs/:pairId/privacy', { body: Privacy, response: Privacy })
