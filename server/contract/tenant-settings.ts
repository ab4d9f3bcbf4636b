import { Type } from 'typebox'
import { Strict } from './shape.ts'

/** What an organisation decides for all its people. */
export const TenantSettings = Strict({
  /** How long what a pair has is kept after it ended, or after its last talk when it never did; days. */
  retentionDays: Type.Integer({ minimum: 30, maximum: 3650 }),
})
export type TenantSettings = Type.Static<typeof TenantSettings>
