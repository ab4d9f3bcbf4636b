import type { TenantSettings, TenantSettingsChange } from '../contract/tenant-settings.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import type { TenantSettingsDocument } from './collection.ts'
import { settingsView } from './data.ts'
import { keptMeanwhile } from './retention.ts'

export const tenantSettingsMutations = (settings: Collection<TenantSettingsDocument>) => ({
  async choose(tenantId: string, chosen: TenantSettingsChange, now: Date): Promise<TenantSettings> {
    const { retentionDays } = chosen
    const $set: Partial<TenantSettingsDocument> = { ...chosen }
    if (retentionDays !== undefined) {
      const before = settingsView(await settings.findOne({ _id: tenantId }))
      $set.retentionBefore = keptMeanwhile(before, retentionDays, now)
    }
    const written = await onceMoreOnDuplicate(() =>
      settings.findOneAndUpdate({ _id: tenantId }, { $set }, { upsert: true }),
    )
    return settingsView(written)
  },
})
