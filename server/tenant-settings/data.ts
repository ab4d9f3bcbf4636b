import { optionalParts, type SwitchedOff, type TenantSettings } from '../contract/tenant-settings.ts'
import type { Collection } from '../database/collection.ts'
import type { TenantSettingsDocument } from './collection.ts'

/** Two years (docs/design.md, Privacy); everything is on. */
const usual: TenantSettings = {
  retentionDays: 730,
  language: 'own',
  reminders: true,
  ratings: true,
  summaries: true,
  retentionBefore: null,
}

/** The settings in force: those that an admin chose, and defaults for the rest. */
export function settingsView(found: TenantSettingsDocument | null): TenantSettings {
  const { _id, retentionBefore, ...chosen } = found ?? { _id: '' }
  const before = retentionBefore && { ...retentionBefore, until: retentionBefore.until.toISOString() }
  return { ...usual, ...chosen, retentionBefore: before ?? null }
}

export const switchedOffIn = (settings: TenantSettings): SwitchedOff =>
  optionalParts.filter((part) => !settings[part])

export const tenantSettingsData = (settings: Collection<TenantSettingsDocument>) => ({
  of: async (tenantId: string): Promise<TenantSettings> =>
    settingsView(await settings.findOne({ _id: tenantId })),
})
