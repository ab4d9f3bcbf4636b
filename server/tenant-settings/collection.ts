import type { TenantSettingsChange } from '../contract/tenant-settings.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** One of each tenant, named after it; absent until an admin chose something. */
export type TenantSettingsDocument = { _id: string } & Partial<TenantSettingsChange> & {
    /** It was made shorter, and deletes nothing by that until then. */
    retentionBefore?: RetentionBefore | null
  }
export type RetentionBefore = { days: number; until: Date }

export const tenantSettingsSpec: SealedSpec<TenantSettingsDocument> = {
  name: 'tenantSettings',
  scope: { of: 'tenant' },
  fields: {
    retentionDays: clear.number,
    language: clear.state,
    reminders: clear.state,
    ratings: clear.state,
    summaries: clear.state,
    retentionBefore: { days: clear.number, until: clear.date },
  },
  indexes: [],
}
