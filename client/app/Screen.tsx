import { lazy, Suspense } from 'react'
import { Waiting } from '../components/Waiting.tsx'
import { Panel } from '../conversation/Panel.tsx'
import type { Host } from '../hosts/host.ts'
import { patiently } from '../lib/patiently.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

const PersonalTab = lazy(() =>
  patiently(() => import('./PersonalTab.tsx')).then((one) => ({ default: one.PersonalTab })),
)
const MeetingTab = lazy(() =>
  patiently(() => import('../meeting-tab/MeetingTab.tsx')).then((one) => ({ default: one.MeetingTab })),
)

/** What is shown where the page is open. A place that others see along shows nothing personal. */
export function Screen({ host }: { host: Host }) {
  const { texts } = useSurroundings()
  switch (host.place) {
    case 'side-panel':
    case 'pane':
      return <Panel host={host} asked={host.meeting} />
    case 'meeting-tab':
    case 'configure':
      return (
        <Suspense fallback={<Waiting words={texts.loading} />}>
          <MeetingTab host={host} />
        </Suspense>
      )
    case 'personal-tab':
      return (
        <Suspense fallback={<Waiting words={texts.loading} />}>
          <PersonalTab host={host} />
        </Suspense>
      )
  }
}
