import type { TenantSettings } from '../contract/tenant-settings.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** One of each tenant, named after it; absent until an admin chose something. */
export type TenantSettingsDocument = { _id: string } & Partial<TenantSettings>

export const tenantSettingsSpec: CollectionSpec<TenantSettingsDocument> = {
  name: 'tenantSettings',
  indexes: [],
}
