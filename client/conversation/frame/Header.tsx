import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { Suspense, useState, type RefObject } from 'react'
import type { Presence } from '../../../server/contract/live.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { timeInWords } from '../../lib/dates.ts'
import { takesEscape } from '../../lib/escape.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { liveTexts } from '../live/texts.ts'
import type { Live } from '../live/useLive.ts'
import { Face } from '../parts.ts'
import { conversationTexts } from '../texts.ts'
import type { Where } from '../where.ts'
import { toldOf } from './state.ts'
import { StepsList, type ListedStep } from './StepsList.tsx'
import type { TimeLeft } from './time.ts'
import { useLasting } from './useLasting.ts'

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalXXS}`,
  },
  heading: { display: 'flex', flex: '1 1 84px', minWidth: 0, margin: 0 },
  name: {
    minHeight: '32px',
    minWidth: 0,
    maxWidth: '100%',
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  // A panel of 270 has room for some 15 letters of the larger size, of the name and the time together.
  long: { fontSize: tokens.fontSizeBase300 },
  chevron: { flexShrink: 0, marginInlineStart: tokens.spacingHorizontalXXS },
  step: { minWidth: '28px', maxWidth: '28px' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  said: { maxWidth: '84px', textAlign: 'end', color: tokens.colorNeutralForeground2 },
  face: { display: 'flex', width: '28px', height: '28px', margin: '0 4px 0 6px' },
  progress: {
    display: 'flex',
    gap: '2px',
    height: '12px',
    alignItems: 'flex-start',
    padding: `0 ${tokens.spacingHorizontalM}`,
    boxSizing: 'border-box',
  },
  part: { flex: 1, height: '4px', borderRadius: '2px', backgroundColor: tokens.colorNeutralStroke1 },
  passed: { backgroundColor: tokens.colorCompoundBrandStroke },
  line: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, display: 'block' },
  danger: { color: tokens.colorStatusDangerForeground3 },
})

/** Time that saving may take before the header shows it, in milliseconds. */
const patience = 2000

/** Back, the step with the list of all steps behind it, the time left or what is the matter, the other, and on. */
export function Header(props: {
  steps: ListedStep[]
  at: number
  /** How far of how many, of the steps that are held together; null in the others. */
  position: { at: number; of: number } | null
  progress: { passed: number; of: number }
  time: TimeLeft
  meeting: { start: string }
  live: Live
  /** Does the first view stand? What it can do without comes then. */
  isIdle: boolean
  other: { name: string; presence: Presence | undefined }
  template: { title: string; onChange: (() => void) | null }
  heading: RefObject<HTMLButtonElement | null>
  onGo: (id: Where) => void
  /** A line about what the other did, with what can be done about it. */
  news: React.ReactNode
}) {
  const { language } = useAppContext()
  const words = useTexts(conversationTexts)
  const live = useTexts(liveTexts)
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const { steps, at, position, progress, time, other, heading } = props
  const { state, unstored } = props.live
  const told = toldOf(state, useLasting(state === 'saving', patience))
  const step = steps[at]
  const when = time ? said(time, words, timeInWords(props.meeting.start, language, undefined)) : ''
  const go = (to: ListedStep | undefined) => {
    setOpen(false)
    if (to) props.onGo(to.id)
  }
  const close = () => {
    setOpen(false)
    heading.current?.focus()
  }
  const first = firstName(other.name)
  const there = steps.find(({ id }) => id === other.presence?.step)
  return (
    <header className={styles.root}>
      <nav
        aria-label={words.steps}
        onKeyDown={(event) => {
          if (open && takesEscape(event)) close()
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
        }}
      >
        <div className={styles.bar}>
          <Button
            className={styles.step}
            appearance="subtle"
            icon={<ChevronLeftRegular />}
            aria-label={words.previous}
            disabledFocusable={at === 0}
            onClick={() => go(steps[at - 1])}
          />
          <h1 className={styles.heading}>
            <Button
              ref={heading}
              className={mergeClasses(
                styles.name,
                (step?.title.length ?? 0) + when.length > 15 && styles.long,
              )}
              appearance="subtle"
              aria-expanded={open}
              aria-label={
                position ? words.position(step?.title ?? '', position.at, position.of) : step?.title
              }
              title={words.allSteps}
              onClick={() => setOpen(!open)}
            >
              <span className={styles.cut}>{step?.title}</span>
              <ChevronDownRegular fontSize={12} className={styles.chevron} />
            </Button>
          </h1>
          <Text size={200} className={styles.said}>
            <span role="status" aria-busy={state === 'saving' || state === 'connecting'}>
              {told?.kind === 'brief' && live[told.state]}
            </span>
            {/* Not said aloud each minute. */}
            {!told && when}
          </Text>
          <div className={styles.face}>
            <Suspense>
              {props.isIdle && (
                <Face
                  name={other.name}
                  label={there ? live.here(first, there.title) : live.alone(first)}
                  isHere={other.presence !== undefined}
                  ring={other.presence && there === step ? other.presence.color : null}
                />
              )}
            </Suspense>
          </div>
          <Button
            className={styles.step}
            appearance="subtle"
            icon={<ChevronRightRegular />}
            aria-label={words.next}
            disabledFocusable={at === steps.length - 1}
            onClick={() => go(steps[at + 1])}
          />
        </div>
        {open && <StepsList steps={steps} at={at} template={props.template} onGo={go} onClose={close} />}
      </nav>
      <div className={styles.progress} aria-hidden>
        {Array.from({ length: progress.of }, (_one, index) => (
          <div key={index} className={mergeClasses(styles.part, index < progress.passed && styles.passed)} />
        ))}
      </div>
      {told?.kind === 'whole' && (
        <Text size={200} role="status" className={styles.line}>
          {live[told.state]}
        </Text>
      )}
      {unstored && (
        <Text size={200} role="alert" className={mergeClasses(styles.line, styles.danger)}>
          {state === 'full' || state === 'long' ? live.unstoredYet : live.unstored}
        </Text>
      )}
      {props.news}
    </header>
  )
}

function said(time: NonNullable<TimeLeft>, words: (typeof conversationTexts)['nl'], start: string): string {
  if (time.kind === 'before') return words.startsAt(start)
  return time.kind === 'left' ? words.minutes(time.minutes) : words.minutesOver(time.minutes)
}
