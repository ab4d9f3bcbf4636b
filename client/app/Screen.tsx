import { Suspense } from 'react'
import { Loading } from '../components/Waiting.tsx'
import { Panel } from '../conversation/Panel.tsx'
import type { Host } from '../hosts/host.ts'
import { lazyNamed } from '../lib/load-part.ts'

const PersonalTab = lazyNamed(() => import('./PersonalTab.tsx'), 'PersonalTab')
// It comes while the host is still asked who is signed in.
if (location.pathname === '/tab') PersonalTab.preload()

/** The screen of a place that one person has to themselves; App renders the places that are shared. */
export function Screen({ host }: { host: Host }) {
  switch (host.place) {
    case 'side-panel':
    case 'pane':
      return <Panel host={host} asked={host.meeting} />
    case 'personal-tab':
      return (
        <Suspense fallback={<Loading />}>
          <PersonalTab host={host} />
        </Suspense>
      )
    case 'meeting-tab':
    case 'configure':
      return null
  }
}
