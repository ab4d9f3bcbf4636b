import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Instant, Nullable, Strict } from './shape.ts'

/** The shortest and the longest that an organisation may choose; days. */
export const retentionBounds = { least: 30, most: 3650 }

/** The language that everybody reads Groei in; `own`: each person that of their Teams and Outlook. */
export const SpokenLanguage = Type.Enum(['own', 'nl', 'en'])
export type SpokenLanguage = Type.Static<typeof SpokenLanguage>

/**
 * Parts that an organisation can do without; each is on until an admin switches it off. `reminders`: in the chat of Teams;
 * `ratings`: each of the two rates a conversation; `summaries`: in the invite, beside the commitments.
 */
export const optionalParts = ['reminders', 'ratings', 'summaries'] as const
export type OptionalPart = (typeof optionalParts)[number]
export type SwitchedOff = readonly OptionalPart[]

/** A shorter retention deletes nothing before so many days: it can be taken back. */
export const retentionGraceDays = 7

const Choices = Strict({
  /** How long what a pair has is kept after it ended, or after its last conversation when it never did; days. */
  retentionDays: Type.Integer({ minimum: retentionBounds.least, maximum: retentionBounds.most }),
  language: SpokenLanguage,
  reminders: Type.Boolean(),
  ratings: Type.Boolean(),
  summaries: Type.Boolean(),
})

/** The choices of an organisation for all its people. */
export const TenantSettings = Strict({
  ...Choices.properties,
  /** It was made shorter: until then what was kept before is kept. */
  retentionBefore: Nullable(Strict({ days: Type.Integer(), until: Instant })),
})
export type TenantSettings = Type.Static<typeof TenantSettings>

/** The settings that an admin changes; the others stay as another admin may have chosen them meanwhile. */
export const TenantSettingsChange = Type.Partial(Choices, {
  additionalProperties: false,
  minProperties: 1,
})
export type TenantSettingsChange = Type.Static<typeof TenantSettingsChange>

export const getTenantSettings = endpoint('GET /api/tenant/settings', { response: TenantSettings })

export const putTenantSettings = endpoint('PUT /api/tenant/settings', {
  body: TenantSettingsChange,
  response: TenantSettings,
})

export const replaceDataKey = endpoint('POST /api/tenant/data-key', { response: Type.Null() })
