import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  ArrowDownRegular,
  ArrowUpRegular,
  ChevronDownRegular,
  ChevronRightRegular,
  DismissRegular,
} from '@fluentui/react-icons'
import { type Aspect, type Step } from '../../server/contract/template.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { StepFields } from './StepFields.tsx'
import { mayGo } from './steps.ts'
import { templateTexts } from './texts.ts'
import type { StepQuestions } from './StepQuestionsField.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', minHeight: '40px' },
  name: {
    flex: 1,
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    paddingInline: tokens.spacingHorizontalXS,
  },
  still: { flex: 1, minWidth: 0, paddingInlineStart: tokens.spacingHorizontalS },
  minutes: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
  },
})

/** One step: its place, and what is in it as far as it is open to whoever adapts it. */
export function StepItem(props: {
  step: Step
  at: number
  /** The directions in which it may move. */
  may: { up: boolean; down: boolean }
  open: Aspect[]
  /** May everything be otherwise? For the organisation only. */
  all: boolean
  questions: StepQuestions
  isShown: boolean
  onShow: () => void
  onChange: (step: Step) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const styles = useStyles()
  const { step, at, may, open, all, isShown } = props
  const title = step.title[language]
  const named = (name: string) => `${name}: ${title}`
  const isEditable = all || open.some((aspect) => aspect !== 'order')
  const name = (
    <span>
      {`${at + 1}. ${title} `}
      <Text size={200} className={styles.minutes}>
        {words.minutes(String(step.minutes))}
      </Text>
    </span>
  )
  return (
    <>
      <div className={styles.row}>
        {isEditable ? (
          <Button
            appearance="transparent"
            className={styles.name}
            icon={isShown ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={isShown}
            onClick={(event) => {
              const { currentTarget } = event
              props.onShow()
              // The step that was open goes, and may have stood above this one.
              requestAnimationFrame(() => currentTarget.scrollIntoView({ block: 'nearest' }))
            }}
          >
            {name}
          </Button>
        ) : (
          <Text weight="semibold" className={styles.still}>
            {name}
          </Text>
        )}
        {open.includes('order') && (
          <>
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowUpRegular />}
              aria-label={named(words.steps.up)}
              disabledFocusable={!may.up}
              onClick={() => props.onMove(-1)}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowDownRegular />}
              aria-label={named(words.steps.down)}
              disabledFocusable={!may.down}
              onClick={() => props.onMove(1)}
            />
          </>
        )}
        {all && mayGo(step) && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={named(words.steps.remove)}
            onClick={props.onRemove}
          />
        )}
      </div>
      {isShown && (
        <div className={styles.fields} role="group" aria-label={title}>
          <StepFields
            step={step}
            open={open}
            all={all}
            questions={props.questions}
            onChange={props.onChange}
          />
        </div>
      )}
    </>
  )
}
