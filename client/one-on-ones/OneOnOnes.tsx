import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import type { OneOnOnes as Overview } from '../../server/contract/one-on-ones.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import type { Host } from '../hosts/host.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { patiently } from '../lib/patiently.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { whenIdle } from '../lib/when-idle.ts'
import { ComingMeetings } from './ComingMeetings.tsx'
import { Guide } from './Guide.tsx'
import { OpenCommitments } from './OpenCommitments.tsx'
import { Pairs } from './Pairs.tsx'
import { Reminders } from './Reminders.tsx'

const EndedPairs = lazy(() =>
  patiently(() => import('./EndedPairs.tsx')).then((one) => ({ default: one.EndedPairs })),
)
const YourData = lazy(() =>
  patiently(() => import('./data/YourData.tsx')).then((one) => ({ default: one.YourData })),
)

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    maxWidth: '640px',
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0 },
})

/** My 1-on-1s: the week ahead, what is open as owner and as coach, and how my pairs are doing. */
export function OneOnOnes(props: {
  host: Host
  onOpen: (asked: MeetingReference | { conversationId: string }) => void
  onReview: (pair: Pair) => void
}) {
  const { host, onOpen, onReview } = props
  const { api, texts, MyQuestions, Templates } = useSurroundings()
  const styles = useStyles()
  const [overview, setOverview] = useState<Overview | Failure | null>(null)
  const load = useCallback(
    () =>
      api<Overview>('GET', '/api/one-on-ones')
        .then(setOverview, (error: unknown) => setOverview(failureOf(error, texts.unexpected)))
        .finally(() => host.ready()),
    [api, host, texts],
  )
  // What is shown stays when it cannot be read anew just now.
  const reload = useCallback(
    () => void api<Overview>('GET', '/api/one-on-ones').then(setOverview, () => undefined),
    [api],
  )
  useEffect(() => {
    void load()
  }, [load])

  const [idle, setIdle] = useState(false)
  // What is below the list waits until the list stands.
  useEffect(() => (overview ? whenIdle(() => setIdle(true)) : undefined), [overview])

  const [left, setLeft] = useState(false)
  if (left)
    return (
      <Suspense>
        <Left />
      </Suspense>
    )
  if (!overview) return <Waiting words={texts.loading} />
  if ('slug' in overview) return <Refused failure={overview} host={host} onRetry={load} />
  const history = { onOpen: (conversationId: string) => onOpen({ conversationId }), onReview }
  const isCoach = overview.pairs.some(({ pair }) => pair.myRole === 'coach')
  return (
    <main className={styles.root}>
      <Text as="h1" size={500} weight="semibold" className={styles.heading}>
        {texts.list.title}
      </Text>
      <ComingMeetings overview={overview} onOpen={onOpen} />
      <OpenCommitments overview={overview} />
      <Pairs overview={overview} onChanged={reload} {...history} />
      <Guide />
      <Reminders />
      {/* Of its own: it may come while somebody is at work below it. */}
      <Suspense>
        {idle && overview.ended.length > 0 && <EndedPairs pairs={overview.ended} {...history} />}
      </Suspense>
      <Suspense>
        {idle && <MyQuestions isCoach={isCoach} />}
        {idle && <Templates isCoach={isCoach} />}
        {idle && <YourData onChanged={() => void load()} onLeft={() => setLeft(true)} />}
      </Suspense>
    </main>
  )
}

/** Nothing is asked of the server any more: that would leave something of them there again. */
const Left = lazy(() => patiently(() => import('./data/Left.tsx')).then((one) => ({ default: one.Left })))

/** Why there is no list, and what can be done about it: signing in, consenting, or trying again. */
function Refused(props: { failure: Failure; host: Host; onRetry: () => Promise<void> }) {
  const { texts } = useSurroundings()
  const { failure, host, onRetry } = props
  const { slug, claims } = failure
  const consent = slug === 'consent-required'
  const prompt = consent || slug === 'proof-required' || slug === 'unauthenticated'
  const retry = async () => {
    try {
      if (prompt) await host.prompt({ consent, claims })
    } catch {
      // Declined or not let in: the notice stands.
      return
    }
    await onRetry()
  }
  const name = consent ? texts.consent : prompt ? texts.signIn : texts.retry
  return <Notice title={failure.title} detail={failure.detail} action={{ name, run: () => void retry() }} />
}
