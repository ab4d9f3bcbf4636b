import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { putMe } from '../../server/contract/person.ts'
import { ErrorBoundary } from '../components/ErrorBoundary.tsx'
import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import type { Host, Place } from '../hosts/host.ts'
import { makeApi } from '../lib/api.ts'
import { lazyNamed, loadPart } from '../lib/load-part.ts'
import { ownerKey, type Owner } from '../lib/owner.ts'
import { keptInTab, keptOnMachine } from '../lib/kept.ts'
import { lastSpoken, rememberSpoken } from '../lib/spoken.ts'
import { AppContextProvider } from '../lib/app-context.tsx'
import { commonTexts } from '../lib/texts.ts'
import { Screen } from './Screen.tsx'
import { SignedIn } from './SignedIn.tsx'
import { appTexts } from './texts.ts'
import { useHost } from './useHost.ts'

/** Each host has its own accent; contrast is contrast. */
const themes = {
  teams: { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme },
  outlook: { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme },
}
const PlanNext = lazyNamed(() => import('../planning/PlanNext.tsx'), 'PlanNext')
const FindQuestions = lazyNamed(() => import('../questions/FindQuestions.tsx'), 'FindQuestions')
const MeetingTab = lazyNamed(() => import('../meeting-tab/MeetingTab.tsx'), 'MeetingTab')
const reload = () => location.reload()
/** Others see that page too, so it shows nothing of any person. */
const isShared = (place: Place) => place === 'meeting-tab' || place === 'configure'

export function App() {
  const { found, theme } = useHost()
  const host = found.state === 'found' ? found.host : null
  const told = found.state === 'too-old' ? found.language : host?.language
  const dutch = (told ?? navigator.language).toLowerCase().startsWith('nl')
  const language = dutch ? 'nl' : 'en'
  const common = commonTexts[language]
  const words = appTexts[language]
  const again = { name: common.retry, run: reload }
  useEffect(() => {
    // Whoever signs in here, and if nobody does: after the first view, for it has no part in it.
    const timer = setTimeout(() => {
      const load = () => import('../conversation/live/offline-store.ts')
      loadPart(load)
        .then(({ removeExpired }) => removeExpired(Date.now()))
        .catch(() => undefined)
    }, 3000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <FluentProvider theme={themes[host?.kind ?? 'teams'][theme]} style={{ minHeight: '100vh' }}>
      <ErrorBoundary fallback={<Notice {...common.unexpected} action={again} />} onError={host?.failed}>
        {found.state === 'finding' && (
          <main>
            <Waiting words={common.loading} />
          </main>
        )}
        {found.state === 'none' && <Notice {...words.outside} />}
        {found.state === 'too-old' && <Notice {...words.tooOld} />}
        {found.state === 'unreachable' && <Notice {...common.offline} action={again} />}
        {host && isShared(host.place) && (
          <Suspense fallback={<Waiting words={common.loading} />}>
            <MeetingTab host={host} language={language} />
          </Suspense>
        )}
        {host && !isShared(host.place) && (
          <SignedIn host={host} language={language}>
            {(own, owner) => <Surrounded key={ownerKey(owner)} host={own} owner={owner} />}
          </SignedIn>
        )}
      </ErrorBoundary>
    </FluentProvider>
  )
}

/** The screen for the person whom the host signed in. */
function Surrounded({ host, owner }: { host: Host; owner: Owner }) {
  const [kept] = useState(() => keptInTab(owner))
  const [onMachine] = useState(() => keptOnMachine(owner))
  const telling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [language, setLanguage] = useState(() => lastSpoken(onMachine, host.language))
  const api = useMemo(() => {
    const languages = { asked: host.language, spoken: lastSpoken(onMachine, host.language) }
    return makeApi(languages, host.getToken, setLanguage)
  }, [host, onMachine])
  useEffect(() => {
    document.documentElement.lang = language
    rememberSpoken(onMachine, host.language, language)
  }, [host, language, onMachine])
  const context = useMemo(
    () => ({
      language,
      api,
      owner,
      takesFiles: host.takesFiles,
      kept,
      tellNothing: () => clearTimeout(telling.current),
      PlanNext,
      FindQuestions,
    }),
    [api, language, owner, host.takesFiles, kept],
  )
  useEffect(() => {
    // Where they are and in which language, for messages that come when they are not here. It can wait a while.
    telling.current = setTimeout(() => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      api(putMe, { body: { timeZone } }).catch(() => undefined)
    }, 1500)
    return () => clearTimeout(telling.current)
  }, [api])
  useEffect(() => {
    // After the first view: it has no part in it.
    const ended = new AbortController()
    const timer = setTimeout(() => {
      const load = () => import('../conversation/live/send-offline.ts')
      loadPart(load)
        .then(({ sendOffline }) => sendOffline(owner, host.getToken, ended.signal))
        .catch(() => undefined)
    }, 3000)
    return () => {
      clearTimeout(timer)
      ended.abort()
    }
  }, [host, owner])
  return (
    <AppContextProvider value={context}>
      <Screen host={host} />
    </AppContextProvider>
  )
}
