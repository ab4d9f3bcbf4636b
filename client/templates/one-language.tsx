import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { Language } from '../../server/contract/shape.ts'
import { tenantSettingsPath, type TenantSettings } from '../../server/contract/tenant-settings.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

const Context = createContext<Language | null>(null)

/** The language in which everybody here reads Groei; null when each person has their own. */
export const useOneLanguage = () => useContext(Context)

export function OneLanguage({ children }: { children: ReactNode }) {
  const { api, language } = useSurroundings()
  const [one, setOne] = useState<Language | null>(null)
  useEffect(() => {
    api<TenantSettings>('GET', tenantSettingsPath).then(
      (found) => setOne(found.language === 'own' ? null : found.language),
      // Then a text is asked for in both: more than was needed, and nothing is wrong with it.
      () => undefined,
    )
  }, [api, language])
  return <Context value={one}>{children}</Context>
}
