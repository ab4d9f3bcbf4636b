import { Type } from 'typebox'
import { Strict } from './shape.ts'

export const tenantSettingsPath = '/api/tenant/settings'

/** The shortest and the longest that an organisation may choose; days. */
export const retentionBounds = { least: 30, most: 3650 }

/** The language that everybody reads Groei in; `own`: each person that of their Teams and Outlook. */
export const SpokenLanguage = Type.Union([Type.Literal('own'), Type.Literal('nl'), Type.Literal('en')])
export type SpokenLanguage = Type.Static<typeof SpokenLanguage>

/**
 * What an organisation can do without; each is on until an admin switches it off. `reminders`: in the chat of Teams;
 * `ratings`: how each of the two found a talk; `summaries`: in the invite, beside the commitments.
 */
export const optionalParts = ['reminders', 'ratings', 'summaries'] as const
export type OptionalPart = (typeof optionalParts)[number]
export type SwitchedOff = readonly OptionalPart[]

/** What an organisation decides for all its people. */
export const TenantSettings = Strict({
  /** How long what a pair has is kept after it ended, or after its last talk when it never did; days. */
  retentionDays: Type.Integer({ minimum: retentionBounds.least, maximum: retentionBounds.most }),
  language: SpokenLanguage,
  reminders: Type.Boolean(),
  ratings: Type.Boolean(),
  summaries: Type.Boolean(),
})
export type TenantSettings = Type.Static<typeof TenantSettings>

/** What an admin changes; the rest stays as another admin may have chosen it meanwhile. */
export const TenantSettingsChange = Type.Partial(TenantSettings, {
  additionalProperties: false,
  minProperties: 1,
})
export type TenantSettingsChange = Type.Static<typeof TenantSettingsChange>
