import type { TenantSettings } from '../contract/tenant-settings.ts'
import type { Collection } from '../database/collection.ts'
import type { TenantSettingsDocument } from './collection.ts'

/** Two years (design, "Privacy"). */
const usual: TenantSettings = { retentionDays: 730, language: 'own' }

/** What holds, whether an admin chose it or not. */
export const settingsView = (found: TenantSettingsDocument | null): TenantSettings => ({
  retentionDays: found?.retentionDays ?? usual.retentionDays,
  language: found?.language ?? usual.language,
})

export const tenantSettingsData = (settings: Collection<TenantSettingsDocument>) => ({
  of: async (tenantId: string): Promise<TenantSettings> =>
    settingsView(await settings.findOne({ _id: tenantId })),
})
