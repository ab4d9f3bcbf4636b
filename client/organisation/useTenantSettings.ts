import {
  getTenantSettings,
  putTenantSettings,
  type TenantSettingsChange,
} from '../../server/contract/tenant-settings.ts'
import { inWords } from '../lib/api.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext } from '../lib/app-context.tsx'
import { useInTurn } from '../lib/useInTurn.ts'

/** @throws CallFailed */
export type ChangeSettings = (change: TenantSettingsChange) => Promise<void>

/** The settings of the organisation, read once and kept as they were last answered. */
export function useTenantSettings() {
  const { api } = useAppContext()
  const { data: settings, failure, reload, set } = useQuery(getTenantSettings, {})
  const inTurn = useInTurn()
  const change: ChangeSettings = (chosen) =>
    inTurn(async () => {
      const changed = await api(putTenantSettings, { body: chosen })
      set(() => changed)
      // The answer to that was in the language of before; the next one is not, and the screens follow it.
      if (chosen.language) await reload()
    })
  return { settings, failed: settings ? null : failure && inWords(failure), change }
}
