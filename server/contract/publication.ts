import { Type } from 'typebox'
import { Instant, Nullable, Strict } from './shape.ts'

/** Why a publication is not in the next invite (yet). The panel explains each. */
export const waitingReasons = [
  'queued',
  'no-next-meeting',
  'organiser-sign-in',
  'not-a-one-on-one',
  'throttled',
  'microsoft-unavailable',
  'microsoft-refused',
  'changed-meanwhile',
  'join-link-at-risk',
] as const
export type WaitingReason = (typeof waitingReasons)[number]

export const Scope = Type.Union([Type.Literal('summary-and-commitments'), Type.Literal('commitments-only')])
export type Scope = Type.Static<typeof Scope>

/** The writing of the invite section of one finished conversation into the next invite of the pair. */
export const Publication = Strict({
  /** `superseded`: a later conversation of the two is in the next invite instead. */
  state: Type.Union([Type.Literal('waiting'), Type.Literal('published'), Type.Literal('superseded')]),
  reason: Nullable(Type.Enum([...waitingReasons])),
  scope: Scope,
  /** The invite that carries the section, or will. */
  target: Nullable(Strict({ subject: Type.String(), start: Instant })),
  publishedAt: Nullable(Instant),
  /** Somebody edited the section in the invite; Groei leaves it alone. */
  handEdited: Type.Boolean(),
})
export type Publication = Type.Static<typeof Publication>
