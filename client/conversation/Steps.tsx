import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Host } from '../hosts/host.ts'
import { otherOf, otherRole } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { useLive } from './live/useLive.ts'
import { Choosing, loadParts, OtherNotes, OwnNotes, PastStep, StandingMessage } from './parts.ts'
import { PresenceLine } from './PresenceLine.tsx'
import { StepBody } from './StepBody.tsx'
import { StepsNav } from './StepsNav.tsx'
import type { Fresh } from './useFresh.ts'
import { useWhere } from './useWhere.ts'
import type { Where } from './where.ts'

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
    // What has nothing to tell yet takes no room.
    '& > [role="status"]:empty': { position: 'absolute' },
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
  const heading = useRef<HTMLHeadingElement>(null)
  const { where, changed, go, watch } = useWhere(conversation, props.host.place, heading)
  const places: Where[] = [...template.steps.map((step) => step.id), null]
  const at = places.indexOf(where)
  const step = template.steps[at]
  const live = useLive(conversation, props.host, where, fresh.refresh)
  const otherName = otherOf(pair).name
  // Myself in a second window is nobody else.
  const other = live.others.find((one) => one.role === otherRole(pair.myRole))

  const [idle, setIdle] = useState(false)
  useEffect(() => loadParts(() => setIdle(true)), [])

  const title = (id: Where) =>
    template.steps.find((one) => one.id === id)?.title[language] ?? texts.finish.title
  const next = places[at + 1]
  // Where one begins: preparing, or with what is talked of first.
  const startAt = template.steps.findIndex(({ kind }) => kind === 'notes')
  const isIn = (id: Where) => (other?.step === id ? otherName : null)

  const over = pair.ended !== null

  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <StepsNav steps={places.map((id) => ({ id, title: title(id), here: isIn(id) }))} at={at} onGo={go} />
        <PresenceLine {...live} otherName={otherName} other={other} title={title} />
      </div>
      <main className={styles.body} {...watch}>
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
            {title(where)}
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
              stepId={where}
              changed={changed}
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
        {next !== undefined && (
          <Button className={styles.onward} appearance="secondary" onClick={() => go(next)}>
            {texts.onTo(title(next))}
          </Button>
        )}
        <Suspense>{idle && <OwnNotes conversationId={conversation.id} readOnly={over} />}</Suspense>
      </main>
    </div>
  )
}
