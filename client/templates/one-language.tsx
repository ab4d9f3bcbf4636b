import { createContext, useContext, type ReactNode } from 'react'
import type { Language } from '../../server/contract/shape.ts'
import { getTenantSettings } from '../../server/contract/tenant-settings.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext } from '../lib/app-context.tsx'

const Context = createContext<Language | null>(null)

/** The language in which everybody here reads Groei; null when each person has their own. */
export const useOneLanguage = () => useContext(Context)

export function OneLanguage({ children }: { children: ReactNode }) {
  const { language } = useAppContext()
  // When it fails a text is asked for in both: more than was needed, and nothing is wrong with it.
  const { data } = useQuery(getTenantSettings, {}, { again: language })
  return <Context value={!data || data.language === 'own' ? null : data.language}>{children}</Context>
}
