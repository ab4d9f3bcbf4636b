import type { TenantSettings, TenantSettingsChange } from '../contract/tenant-settings.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import type { TenantSettingsDocument } from './collection.ts'
import { settingsView } from './data.ts'

export const tenantSettingsMutations = (settings: Collection<TenantSettingsDocument>) => ({
  async choose(tenantId: string, chosen: TenantSettingsChange): Promise<TenantSettings> {
    const written = await onceMoreOnDuplicate(() =>
      settings.findOneAndUpdate(
        { _id: tenantId },
        { $set: chosen },
        { upsert: true, returnDocument: 'after' },
      ),
    )
    return settingsView(written)
  },
})
