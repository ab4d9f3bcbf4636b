import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Host, Place } from '../hosts/host.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { useLive } from './live/useLive.ts'
import { Choosing, loadParts, OtherNotes, OwnNotes, PastStep, StandingMessage } from './parts.ts'
import { PresenceLine } from './PresenceLine.tsx'
import { StepBody } from './StepBody.tsx'
import { StepsNav } from './StepsNav.tsx'
import type { Fresh } from './useFresh.ts'

const finish = 'finish'

const useStyles = makeStyles({
  root: { maxWidth: '560px', overflowWrap: 'anywhere' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
  },
  heading: { margin: 0, outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  hint: { display: 'block', marginTop: tokens.spacingVerticalXS },
  onward: { alignSelf: 'flex-start' },
})

/** The steps of the template, freely navigable, and behind them what will be shared. */
export function Steps(props: { conversation: Conversation; host: Host; fresh: Fresh }) {
  const { conversation, fresh } = props
  const { pair, template } = conversation
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  const ids = [...template.steps.map((step) => step.id), finish]
  const [current, setCurrent] = useState(() => firstStep(conversation, props.host.place))
  // Under another template, chosen by either of the two, the step may not be there any more.
  const here = ids.includes(current) ? current : firstStep(conversation, props.host.place)
  const at = ids.indexOf(here)
  const step = template.steps[at]
  const live = useLive(conversation, props.host, step?.id ?? null, fresh.refresh)
  const otherRole = pair.myRole === 'coach' ? 'employee' : 'coach'
  const otherName = pair[otherRole].name
  // Myself in a second window is nobody else.
  const other = live.others.find((one) => one.role === otherRole)

  const [idle, setIdle] = useState(false)
  useEffect(() => loadParts(() => setIdle(true)), [])

  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  // Whoever moves lands on the heading; whoever just came in is left where they are.
  useEffect(() => {
    if (!moved.current) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [here])
  const go = (id: string) => {
    moved.current = true
    setCurrent(id)
  }
  const title = (id: string | null) =>
    template.steps.find((one) => one.id === id)?.title[language] ?? texts.finish.title
  const next = ids[at + 1]
  // Where one begins: preparing, or with what is talked of first.
  const startAt = template.steps.findIndex(({ kind }) => kind === 'notes')
  const isIn = (id: string) => (other && (other.step ?? finish) === id ? otherName : null)

  const over = pair.ended !== null

  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <StepsNav steps={ids.map((id) => ({ id, title: title(id), here: isIn(id) }))} at={at} onGo={go} />
        <PresenceLine {...live} otherName={otherName} other={other} title={title} />
      </div>
      <main className={styles.body}>
        <Suspense>
          {conversation.standing !== 'one-on-one' && <StandingMessage standing={conversation.standing} />}
        </Suspense>
        <div>
          <Text
            as="h1"
            size={500}
            weight="semibold"
            ref={heading}
            tabIndex={-1}
            className={styles.heading}
            block
          >
            {title(here)}
          </Text>
          <Text id="step-hint" className={`${styles.quiet} ${styles.hint}`}>
            {step ? step.hint[language] : !over && texts.finish.hint}
            {step && ` (${texts.minutes(step.minutes)})`}
          </Text>
        </div>
        <Suspense>
          {idle && !over && (
            <Choosing
              conversation={conversation}
              session={live.session}
              stepId={here}
              shown={at <= startAt}
              onChosen={fresh.replace}
            />
          )}
        </Suspense>
        {over ? (
          <Suspense>
            <PastStep step={step} conversation={conversation} live={live} />
          </Suspense>
        ) : (
          <StepBody step={step} conversation={conversation} live={live} fresh={fresh} onGo={go} />
        )}
        <Suspense>{idle && <OtherNotes notes={conversation.otherNotes} />}</Suspense>
        {next && (
          <Button className={styles.onward} appearance="secondary" onClick={() => go(next)}>
            {texts.onTo(title(next))}
          </Button>
        )}
        <Suspense>{idle && <OwnNotes conversationId={conversation.id} readOnly={over} />}</Suspense>
      </main>
    </div>
  )
}

/**
 * Before the talk there is preparing; in the call, and once its time has come, the talk, which begins with the
 * follow-up or, with nothing to follow up, at the step after it.
 */
function firstStep({ template, followUps, now, meeting }: Conversation, place: Place): string {
  const steps = template.steps.filter((step) => step.kind !== 'follow-up' || followUps.length > 0)
  const talk = steps.find((step) => step.kind !== 'preparation')
  const preparation = steps.find((step) => step.kind === 'preparation')
  const before = place !== 'side-panel' && now < meeting.start
  return (before ? preparation : talk)?.id ?? finish
}
