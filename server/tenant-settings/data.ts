import { optionalParts, type SwitchedOff, type TenantSettings } from '../contract/tenant-settings.ts'
import type { Collection } from '../database/collection.ts'
import type { TenantSettingsDocument } from './collection.ts'

/** Two years (design, "Privacy"); everything is on. */
const usual: TenantSettings = {
  retentionDays: 730,
  language: 'own',
  reminders: true,
  ratings: true,
  summaries: true,
}

/** What holds, whether an admin chose it or not. */
export function settingsView(found: TenantSettingsDocument | null): TenantSettings {
  const { _id, ...chosen } = found ?? { _id: '' }
  return { ...usual, ...chosen }
}

export const switchedOffIn = (settings: TenantSettings): SwitchedOff =>
  optionalParts.filter((part) => !settings[part])

export const tenantSettingsData = (settings: Collection<TenantSettingsDocument>) => ({
  of: async (tenantId: string): Promise<TenantSettings> =>
    settingsView(await settings.findOne({ _id: tenantId })),
})
