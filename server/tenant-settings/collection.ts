import type { TenantSettingsChange } from '../contract/tenant-settings.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** One of each tenant, named after it; absent until an admin chose something. */
export type TenantSettingsDocument = { _id: string } & Partial<TenantSettingsChange> & {
    /** It was made shorter, and deletes nothing by that until then. */
    retentionBefore?: RetentionBefore | null
  }
export type RetentionBefore = { days: number; until: Date }

export const tenantSettingsSpec: CollectionSpec<TenantSettingsDocument> = {
  name: 'tenantSettings',
  scope: { of: 'tenant' },
  indexes: [],
}
