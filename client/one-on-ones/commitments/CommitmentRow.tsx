import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons'
import { Suspense, useState } from 'react'
import { Initials } from '../../components/Initials.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOf } from '../../lib/dates.ts'
import { dueInWords } from '../../lib/near-days.ts'
import { lazyNamed } from '../../lib/load-part.ts'
import { otherOf } from '../../lib/pair.ts'
import { openTexts } from './texts.ts'
import type { OfPair, useAnswers } from './useAnswers.ts'

const Details = lazyNamed(() => import('./Details.tsx'), 'Details')

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '44px',
  },
  first: { minWidth: '32px', display: 'flex', justifyContent: 'center' },
  done: { color: tokens.colorBrandForeground1 },
  what: {
    flex: '1 1 96px',
    minWidth: '96px',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: tokens.spacingVerticalXXS,
  },
  cut: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  whole: { minWidth: 0, overflowWrap: 'anywhere' },
  struck: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  end: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  late: { color: tokens.colorStatusWarningForeground3 },
})

/** One commitment on a line: a circle that ticks mine, the face of who theirs is, and what there is to know unfolded. */
export function CommitmentRow(props: { one: OfPair; now: string; answers: ReturnType<typeof useAnswers> }) {
  const { language } = useAppContext()
  const words = useTexts(openTexts)
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const { one, now, answers } = props
  const { pair, commitment } = one
  const { what, due, status } = commitment
  const isMine = commitment.owner === pair.myRole
  const today = dayOf(now, undefined)
  const isLate = status === 'open' && due !== null && due < today
  const day = due && dueInWords(due, today, language)
  return (
    <div>
      <div className={styles.row}>
        <span className={styles.first}>
          {!isMine ? (
            <Initials name={otherOf(pair).name} />
          ) : status === 'open' ? (
            <Button
              appearance="transparent"
              icon={<CircleRegular />}
              aria-label={words.tick(what)}
              title={words.done}
              disabledFocusable={answers.busy}
              onClick={() => void answers.answer(one, { done: true })}
            />
          ) : (
            <CheckmarkCircleFilled fontSize={20} className={styles.done} aria-label={words.done} />
          )}
        </span>
        <Button
          appearance="transparent"
          className={styles.what}
          aria-expanded={open}
          title={what}
          onClick={() => setOpen(!open)}
        >
          <span
            className={mergeClasses(open ? styles.whole : styles.cut, status !== 'open' && styles.struck)}
          >
            {what}
          </span>
        </Button>
        {isMine && status === 'done' ? (
          <Button
            size="small"
            appearance="subtle"
            aria-label={words.undoNamed(what)}
            disabledFocusable={answers.busy}
            onClick={() => void answers.answer(one, { done: false })}
          >
            {words.undo}
          </Button>
        ) : (
          day && (
            <span className={mergeClasses(styles.end, isLate && styles.late)}>
              {isLate ? words.late(day) : day}
            </span>
          )
        )}
      </div>
      <Suspense>{open && <Details one={one} now={now} answers={answers} isMine={isMine} />}</Suspense>
    </div>
  )
}
