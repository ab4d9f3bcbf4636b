import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { lazy, useEffect, useMemo, useState } from 'react'
import { ErrorBoundary } from '../components/ErrorBoundary.tsx'
import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import type { Host } from '../hosts/host.ts'
import { makeApi } from '../lib/api.ts'
import { patiently } from '../lib/patiently.ts'
import { lastSpoken, rememberSpoken } from '../lib/spoken.ts'
import { SurroundingsProvider } from '../lib/surroundings.tsx'
import { en } from '../lib/texts/en.ts'
import { nl } from '../lib/texts/nl.ts'
import { Screen } from './Screen.tsx'
import { useHost } from './useHost.ts'

/** Each host has its own accent; contrast is contrast. */
const themes = {
  teams: { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme },
  outlook: { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme },
}
const PlanNext = lazy(() =>
  patiently(() => import('../planning/PlanNext.tsx')).then((one) => ({ default: one.PlanNext })),
)
const FindQuestions = lazy(() =>
  patiently(() => import('../questions/FindQuestions.tsx')).then((one) => ({ default: one.FindQuestions })),
)
const MyQuestions = lazy(() =>
  patiently(() => import('../questions/MyQuestions.tsx')).then((one) => ({ default: one.MyQuestions })),
)
const Templates = lazy(() =>
  patiently(() => import('../templates/Templates.tsx')).then((one) => ({ default: one.Templates })),
)
const OrganisationSettings = lazy(() =>
  patiently(() => import('../organisation/OrganisationSettings.tsx')).then((one) => ({
    default: one.OrganisationSettings,
  })),
)
const reload = () => location.reload()

export function App() {
  const { found, theme } = useHost()
  const host = found.state === 'found' ? found.host : null
  const told = found.state === 'too-old' ? found.language : host?.language
  const dutch = (told ?? navigator.language).toLowerCase().startsWith('nl')
  const texts = dutch ? nl : en
  const again = { name: texts.retry, run: reload }
  return (
    <FluentProvider theme={themes[host?.kind ?? 'teams'][theme]} style={{ minHeight: '100vh' }}>
      <ErrorBoundary
        fallback={<Notice {...texts.unexpected} action={again} />}
        {...(host ? { onError: host.failed } : {})}
      >
        {found.state === 'finding' && (
          <main>
            <Waiting words={texts.loading} />
          </main>
        )}
        {found.state === 'none' && <Notice {...texts.outside} />}
        {found.state === 'too-old' && <Notice {...texts.tooOld} />}
        {found.state === 'unreachable' && <Notice {...texts.offline} action={again} />}
        {host && <Surrounded host={host} />}
      </ErrorBoundary>
    </FluentProvider>
  )
}

/** The screen for the person whom the host signs in. */
function Surrounded({ host }: { host: Host }) {
  const [language, setLanguage] = useState(() => lastSpoken(host.language))
  const api = useMemo(() => {
    const languages = { asked: host.language, spoken: lastSpoken(host.language) }
    return makeApi(languages, host.getToken, { nl, en }, setLanguage)
  }, [host])
  useEffect(() => {
    document.documentElement.lang = language
    rememberSpoken(host.language, language)
  }, [host, language])
  const surroundings = useMemo(
    () => ({
      language,
      texts: language === 'nl' ? nl : en,
      api,
      PlanNext,
      FindQuestions,
      MyQuestions,
      Templates,
      OrganisationSettings,
    }),
    [api, language],
  )
  useEffect(() => {
    // Where they are and in which language, for messages that come when they are not here. It can wait a while.
    const timer = setTimeout(() => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      api('PUT', '/api/me', { timeZone }).catch(() => undefined)
    }, 1500)
    return () => clearTimeout(timer)
  }, [api])
  useEffect(() => {
    // After the first view: it has no part in it.
    const timer = setTimeout(() => {
      const load = () => import('../conversation/live/send-kept.ts')
      void patiently(load).then(({ sendKept }) => sendKept(host.getToken).catch(() => undefined))
    }, 3000)
    return () => clearTimeout(timer)
  }, [host])
  return (
    <SurroundingsProvider value={surroundings}>
      <Screen host={host} />
    </SurroundingsProvider>
  )
}
