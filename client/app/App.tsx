import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'
import { lazy, Suspense, useMemo } from 'react'
import { ErrorBoundary } from '../components/ErrorBoundary.tsx'
import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { Panel } from '../conversation/Panel.tsx'
import type { Host } from '../hosts/host.ts'
import { makeApi } from '../lib/api.ts'
import { patiently } from '../lib/patiently.ts'
import { SurroundingsProvider } from '../lib/surroundings.tsx'
import { en } from '../lib/texts/en.ts'
import { nl } from '../lib/texts/nl.ts'
import { useHost } from './useHost.ts'

const OneOnOnes = lazy(() =>
  patiently(() => import('../one-on-ones/OneOnOnes.tsx')).then((one) => ({ default: one.OneOnOnes })),
)
const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }
const reload = () => location.reload()

export function App() {
  const { found, theme } = useHost()
  const host = found.state === 'found' ? found.host : null
  const dutch = (host?.language ?? navigator.language).toLowerCase().startsWith('nl')
  const texts = dutch ? nl : en
  const again = { name: texts.retry, run: reload }
  return (
    <FluentProvider theme={themes[theme]} style={{ minHeight: '100vh' }}>
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
        {found.state === 'unreachable' && <Notice {...texts.offline} action={again} />}
        {host && <Screen host={host} />}
      </ErrorBoundary>
    </FluentProvider>
  )
}

/** The screen that the path names, for the person whom the host signs in. */
function Screen({ host }: { host: Host }) {
  const surroundings = useMemo(() => {
    const texts = host.language === 'nl' ? nl : en
    return { language: host.language, texts, api: makeApi(host.language, host.getToken, texts) }
  }, [host])
  return (
    <SurroundingsProvider value={surroundings}>
      {location.pathname === '/tab' ? (
        <Suspense fallback={<Waiting words={surroundings.texts.loading} />}>
          <OneOnOnes host={host} />
        </Suspense>
      ) : (
        <Panel host={host} />
      )}
    </SurroundingsProvider>
  )
}
