import { Button, Select, Text, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Host } from '../hosts/host.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { CommitmentsStep } from './CommitmentsStep.tsx'
import { FollowUpStep } from './FollowUpStep.tsx'
import { useLive } from './live/useLive.ts'
import { NotesStep } from './NotesStep.tsx'
import { PresenceLine } from './PresenceLine.tsx'

const FinishStep = lazy(() => import('./FinishStep.tsx').then((one) => ({ default: one.FinishStep })))
const finish = 'finish'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    maxWidth: '480px',
    overflowWrap: 'anywhere',
  },
  nav: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  select: { flex: 1, minWidth: 0 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  heading: { margin: 0, outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The steps of the template, freely navigable, and behind them what will be shared. */
export function Steps(props: {
  conversation: Conversation
  host: Host
  onChanged: () => void
  onReplaced: (conversation: Conversation) => void
}) {
  const { conversation } = props
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  const { steps } = conversation.template
  const ids = [...steps.map((step) => step.id), finish]
  const [current, setCurrent] = useState(() => firstStep(conversation))
  const at = Math.max(ids.indexOf(current), 0)
  const step = steps[at]
  const live = useLive(conversation, props.host, step?.id ?? null, props.onChanged)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)

  // Whoever moves lands on the heading; whoever just came in is left where they are.
  useEffect(() => {
    if (moved.current) heading.current?.focus()
  }, [current])
  const go = (id: string | undefined) => {
    if (!id) return
    moved.current = true
    setCurrent(id)
  }
  const title = (id: string) => steps.find((one) => one.id === id)?.title[language] ?? texts.finish.title

  return (
    <div className={styles.root}>
      <nav className={styles.nav} aria-label={texts.steps}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={texts.previous}
          disabledFocusable={at === 0}
          onClick={() => go(ids[at - 1])}
        />
        <Select
          className={styles.select}
          aria-label={texts.steps}
          value={ids[at] ?? ''}
          onChange={(_event, data) => go(data.value)}
        >
          {ids.map((id, index) => (
            <option key={id} value={id}>
              {`${index + 1}. ${title(id)}`}
            </option>
          ))}
        </Select>
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={texts.next}
          disabledFocusable={at === ids.length - 1}
          onClick={() => go(ids[at + 1])}
        />
      </nav>
      <main className={styles.body}>
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
            {title(ids[at] ?? finish)}
          </Text>
          <Text size={200} className={styles.quiet}>
            {texts.position(at + 1, ids.length)}
            {step && ` · ${texts.minutes(step.minutes)}`}
          </Text>
        </div>
        <Text className={styles.quiet}>{step ? step.hint[language] : texts.finish.hint}</Text>
        <PresenceLine live={live} conversation={conversation} title={title} />
        {step?.kind === 'follow-up' && (
          <FollowUpStep conversation={conversation} onChanged={props.onChanged} />
        )}
        {step?.kind === 'notes' && (
          <NotesStep key={step.id} step={step} questions={conversation.questions} live={live} />
        )}
        {step?.kind === 'commitments' && (
          <CommitmentsStep conversation={conversation} onChanged={props.onChanged} />
        )}
        {!step && (
          <Suspense fallback={<Text>{texts.saving}</Text>}>
            <FinishStep
              conversation={conversation}
              onChanged={props.onChanged}
              onReplaced={props.onReplaced}
            />
          </Suspense>
        )}
      </main>
    </div>
  )
}

/** Follow-up comes first; with nothing to follow up the talk begins at the step after it. */
function firstStep({ template, followUps }: Conversation): string {
  const first = template.steps.find((step) => step.kind !== 'follow-up' || followUps.length > 0)
  return first?.id ?? finish
}
