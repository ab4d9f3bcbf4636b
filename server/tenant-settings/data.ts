import type { TenantSettings } from '../contract/tenant-settings.ts'
import type { Collection } from '../database/collection.ts'
import type { TenantSettingsDocument } from './collection.ts'

/** Two years (design, "Privacy"). */
const usual: TenantSettings = { retentionDays: 730 }

export const tenantSettingsData = (settings: Collection<TenantSettingsDocument>) => ({
  async of(tenantId: string): Promise<TenantSettings> {
    const found = await settings.findOne({ _id: tenantId })
    return { retentionDays: found?.retentionDays ?? usual.retentionDays }
  },
})
