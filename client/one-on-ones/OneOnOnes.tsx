import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useState } from 'react'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import { getOneOnOnes } from '../../server/contract/one-on-ones.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { Heading } from '../components/basics.tsx'
import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import type { Host } from '../hosts/host.ts'
import { inWords, type Failure } from '../lib/api.ts'
import { lazyNamed } from '../lib/load-part.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { whenIdle } from '../lib/when-idle.ts'
import { ComingMeetings } from './ComingMeetings.tsx'
import { Guide } from './Guide.tsx'
import { OpenCommitments } from './OpenCommitments.tsx'
import { Pairs } from './Pairs.tsx'
import { Reminders } from './Reminders.tsx'
import { commonTexts } from '../lib/texts.ts'
import { leftTexts, listTexts } from './texts.ts'

const EndedPairs = lazyNamed(() => import('./EndedPairs.tsx'), 'EndedPairs')
const YourData = lazyNamed(() => import('./data/YourData.tsx'), 'YourData')

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    maxWidth: '640px',
    overflowWrap: 'anywhere',
  },
})

/** My 1-on-1s: the week ahead, what is open as owner and as coach, and how my pairs are doing. */
export function OneOnOnes(props: {
  host: Host
  onOpen: (asked: MeetingReference | { conversationId: string }) => void
  onReview: (pair: Pair) => void
}) {
  const { host, onOpen, onReview } = props
  const { MyQuestions, Templates } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(listTexts)
  const styles = useStyles()
  const leftWords = useTexts(leftTexts)
  const { data: overview, failure, reload } = useQuery(getOneOnOnes, {})
  const isAnswered = overview !== null || failure !== null
  useEffect(() => {
    if (isAnswered) host.ready()
  }, [isAnswered, host])

  const [idle, setIdle] = useState(false)
  // The parts below the list wait until the list stands.
  useEffect(() => (overview ? whenIdle(() => setIdle(true)) : undefined), [overview])

  const [left, setLeft] = useState(false)
  // From then on nothing is asked of the server, no part either: it would leave something of them there again.
  if (left) return <Notice {...leftWords} />
  if (!overview)
    return failure ? (
      <Refused failure={failure} host={host} onRetry={reload} />
    ) : (
      <Waiting words={common.loading} />
    )
  const history = { onOpen: (conversationId: string) => onOpen({ conversationId }), onReview }
  const isCoach = overview.pairs.some(({ pair }) => pair.myRole === 'coach')
  return (
    <main className={styles.root}>
      <Heading as="h1" size={500}>
        {words.title}
      </Heading>
      {/* The earlier answer stays when a new one cannot be read. */}
      {failure && <Text role="status">{inWords(failure)}</Text>}
      <ComingMeetings overview={overview} onOpen={onOpen} />
      <OpenCommitments overview={overview} />
      <Pairs overview={overview} onChanged={reload} {...history} />
      <Guide />
      <Reminders />
      {/* A boundary of its own: it may load while somebody works in the one below. */}
      <Suspense>
        {idle && overview.ended.length > 0 && <EndedPairs pairs={overview.ended} {...history} />}
      </Suspense>
      <Suspense>
        {idle && <MyQuestions isCoach={isCoach} />}
        {idle && <Templates isCoach={isCoach} />}
        {idle && <YourData onChanged={() => void reload()} onLeft={() => setLeft(true)} />}
      </Suspense>
    </main>
  )
}

/** Why there is no list, and what can be done about it: signing in, consenting, or trying again. */
function Refused(props: { failure: Failure; host: Host; onRetry: () => Promise<void> }) {
  const words = useTexts(commonTexts)
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
  const name = consent ? words.consent : prompt ? words.signIn : words.retry
  return <Notice title={failure.title} detail={failure.detail} action={{ name, run: () => void retry() }} />
}
