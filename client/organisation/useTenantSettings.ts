import { useCallback, useEffect, useState } from 'react'
import {
  tenantSettingsPath as path,
  type TenantSettings,
  type TenantSettingsChange,
} from '../../server/contract/tenant-settings.ts'
import { failureOf, inWords, sentenceOf, type Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Outcome } from './Told.tsx'

export type ChangeSettings = (change: TenantSettingsChange) => Promise<Outcome>

/** The settings of the organisation, read once and kept as they were last answered. */
export function useTenantSettings() {
  const { api, texts } = useSurroundings()
  const [settings, setSettings] = useState<TenantSettings | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const read = useCallback(
    () =>
      api<TenantSettings>('GET', path).then(setSettings, (error: unknown) =>
        setFailure(failureOf(error, texts.unexpected)),
      ),
    [api, texts],
  )
  useEffect(() => void read(), [read])
  const change: ChangeSettings = async (chosen) => {
    try {
      setSettings(await api<TenantSettings>('PUT', path, chosen))
    } catch (error) {
      return { wrong: true, text: sentenceOf(error, texts) }
    }
    // The answer to that was in the language of before; the next one is not, and the screens follow it.
    await read()
    return { wrong: false }
  }
  return { settings, failed: settings ? null : failure && inWords(failure), change }
}
