import {
  FluentProvider,
  Spinner,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Notice } from '../components/Notice.tsx'
import { Panel } from '../conversation/Panel.tsx'
import type { Host, ThemeName } from '../hosts/host.ts'
import { makeApi } from '../lib/api.ts'
import { SurroundingsProvider } from '../lib/surroundings.tsx'
import { en } from '../lib/texts/en.ts'
import { nl } from '../lib/texts/nl.ts'

const OneOnOnes = lazy(() =>
  import('../one-on-ones/OneOnOnes.tsx').then((one) => ({ default: one.OneOnOnes })),
)

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

/** What one host needs the other does not load. */
const findHost = (): Promise<Host> => import('../hosts/teams.ts').then((one) => one.teamsHost())

const browserTexts = () => (navigator.language.toLowerCase().startsWith('nl') ? nl : en)

export function App() {
  const [host, setHost] = useState<Host | 'none' | null>(null)
  const [theme, setTheme] = useState<ThemeName>('light')

  useEffect(() => {
    findHost().then(
      (found) => {
        document.documentElement.lang = found.language
        setTheme(found.theme)
        found.onThemeChange(setTheme)
        setHost(found)
      },
      () => setHost('none'),
    )
  }, [])

  const surroundings = useMemo(() => {
    if (!host || host === 'none') return null
    const texts = host.language === 'nl' ? nl : en
    return { language: host.language, texts, api: makeApi(host.language, host.getToken, texts) }
  }, [host])

  return (
    <FluentProvider
      theme={themes[theme]}
      style={{ minHeight: '100vh', colorScheme: theme === 'light' ? 'light' : 'dark' }}
    >
      {host === 'none' && <Notice {...browserTexts().outside} />}
      {host === null && <Spinner style={{ padding: 32 }} label={browserTexts().loading} />}
      {surroundings && host && host !== 'none' && (
        <SurroundingsProvider value={surroundings}>
          {location.pathname === '/tab' ? (
            <Suspense fallback={<Spinner label={surroundings.texts.loading} />}>
              <OneOnOnes host={host} />
            </Suspense>
          ) : (
            <Panel host={host} />
          )}
        </SurroundingsProvider>
      )}
    </FluentProvider>
  )
}
