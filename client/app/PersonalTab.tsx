import { Suspense, useCallback, useEffect, useState, type CSSProperties } from 'react'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { Loading } from '../components/Waiting.tsx'
import type { Host } from '../hosts/host.ts'
import { useTexts } from '../lib/app-context.tsx'
import { lazyNamed } from '../lib/load-part.ts'
import { hrefOf, type Route } from '../lib/route.ts'
import { Overview } from '../one-on-ones/Overview.tsx'
import { leftTexts } from '../one-on-ones/texts.ts'
import { Today } from '../one-on-ones/today/Today.tsx'
import { Shell } from './Shell.tsx'
import { useRoute } from './useRoute.ts'

const Panel = lazyNamed(() => import('../conversation/Panel.tsx'), 'Panel')
const PeoplePage = lazyNamed(() => import('../one-on-ones/people/PeoplePage.tsx'), 'PeoplePage')
const PairPage = lazyNamed(() => import('../one-on-ones/people/PairPage.tsx'), 'PairPage')
const CommitmentsPage = lazyNamed(
  () => import('../one-on-ones/commitments/CommitmentsPage.tsx'),
  'CommitmentsPage',
)
const SettingsPage = lazyNamed(() => import('../one-on-ones/SettingsPage.tsx'), 'SettingsPage')
const ReviewPage = lazyNamed(() => import('../review/ReviewPage.tsx'), 'ReviewPage')
const LibraryPage = lazyNamed(() => import('./LibraryPage.tsx'), 'LibraryPage')
const OrganisationPage = lazyNamed(() => import('./OrganisationPage.tsx'), 'OrganisationPage')
const parts: Partial<Record<Route['page'], { preload: () => void }>> = {
  people: PeoplePage,
  pair: PairPage,
  commitments: CommitmentsPage,
  library: LibraryPage,
  settings: SettingsPage,
  organisation: OrganisationPage,
  review: ReviewPage,
  conversation: Panel,
  meeting: Panel,
}

/** The bar of the shell stands above the conversation, which fills the rest of the window. */
const belowBar = { '--groei-above': '40px' } as CSSProperties

/** My 1-on-1s: its pages, and the conversation that one of them opened. */
export function PersonalTab({ host }: { host: Host }) {
  const leftWords = useTexts(leftTexts)
  const route = useRoute()
  const [left, setLeft] = useState(false)
  // The part of a page comes while its data are asked for.
  useEffect(() => parts[route.page]?.preload(), [route.page])
  // From then on nothing is asked of the server, no part either: it would leave something of them there again.
  if (left) return <Notice {...leftWords} />
  return (
    <Shell route={route} hasTabs={host.hasTabs}>
      {route.page === 'conversation' || route.page === 'meeting' ? (
        <Conversation key={hrefOf(route)} host={host} route={route} />
      ) : route.page === 'review' ? (
        <Suspense fallback={<Loading />}>
          <ReviewPage key={route.pairId} host={host} pairId={route.pairId} />
        </Suspense>
      ) : (
        <Pages host={host} route={route} onLeft={() => setLeft(true)} />
      )}
    </Shell>
  )
}

function Conversation(props: { host: Host; route: Extract<Route, { page: 'conversation' | 'meeting' }> }) {
  const { host, route } = props
  const [asked] = useState(() =>
    route.page === 'conversation'
      ? { conversationId: route.conversationId }
      : { iCalUId: route.iCalUId, ...(route.start ? { start: route.start } : {}) },
  )
  const ask = useCallback(() => Promise.resolve(asked), [asked])
  return (
    <div style={belowBar}>
      <Suspense fallback={<Loading />}>
        <Panel host={host} asked={ask} />
      </Suspense>
    </div>
  )
}

function Pages({ host, route, onLeft }: { host: Host; route: Route; onLeft: () => void }) {
  return (
    <Page>
      <Overview host={host} again={hrefOf(route)}>
        {(overview, reload) => {
          const isCoach = overview.pairs.some(({ pair }) => pair.myRole === 'coach')
          const page = () => {
            switch (route.page) {
              case 'people':
                return <PeoplePage overview={overview} />
              case 'pair':
                return (
                  <PairPage
                    key={route.pairId}
                    pairId={route.pairId}
                    waiting={overview.pairs.find(({ pair }) => pair.id === route.pairId)?.waiting ?? null}
                    onChanged={reload}
                  />
                )
              case 'commitments':
                return <CommitmentsPage />
              case 'library':
              case 'question':
                return <LibraryPage route={route} isCoach={isCoach} />
              case 'template':
              case 'file':
                return route.scope === 'team' ? (
                  <LibraryPage route={route} isCoach={isCoach} />
                ) : (
                  <OrganisationPage route={route} />
                )
              case 'settings':
                return <SettingsPage onChanged={reload} onLeft={onLeft} />
              case 'organisation':
                return <OrganisationPage route={route} />
              default:
                return <Today overview={overview} onChanged={reload} />
            }
          }
          return <Suspense fallback={<Loading />}>{page()}</Suspense>
        }}
      </Overview>
    </Page>
  )
}
