import { Type } from 'typebox'
import { Strict } from './shape.ts'

/** The shortest and the longest that an organisation may choose; days. */
export const retentionBounds = { least: 30, most: 3650 }

/** What an organisation decides for all its people. */
export const TenantSettings = Strict({
  /** How long what a pair has is kept after it ended, or after its last talk when it never did; days. */
  retentionDays: Type.Integer({ minimum: retentionBounds.least, maximum: retentionBounds.most }),
})
export type TenantSettings = Type.Static<typeof TenantSettings>
