import type { TenantSettings } from '../contract/tenant-settings.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import type { TenantSettingsDocument } from './collection.ts'

export const tenantSettingsMutations = (settings: Collection<TenantSettingsDocument>) => ({
  choose: (tenantId: string, chosen: TenantSettings) =>
    onceMoreOnDuplicate(() =>
      settings.findOneAndUpdate(
        { _id: tenantId },
        { $set: chosen },
        { upsert: true, returnDocument: 'after' },
      ),
    ),
})
