import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CalendarRegular } from '@fluentui/react-icons'
import { Choices } from './Choices.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { dayInWords, dayOf } from '../lib/dates.ts'
import { proposedDays } from './due-days.ts'
import { dueTexts } from '../lib/due-texts.ts'
import { Unseen } from './Unseen.tsx'
import { useCalendar } from './useCalendar.tsx'

const useStyles = makeStyles({
  // As wide as their words are, so that all stand beside each other in a panel of 280.
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    '& label': { padding: '0 8px', fontSize: tokens.fontSizeBase200 },
  },
})

/** When a commitment is done: a press for the days that are likely, a calendar for the others. */
export function DueField(props: {
  due: string | null
  now: string
  readOnly: boolean
  onChoose: (day: string) => void
}) {
  const { language } = useAppContext()
  const words = useTexts(dueTexts)
  const styles = useStyles()
  const { due, now, readOnly, onChoose } = props
  const today = dayOf(now, undefined)
  const days = proposedDays(today)
  const shown = due && !days.includes(due) ? [...days, due] : days
  const { opens, calendar } = useCalendar({ label: words.due, value: due, today, onChoose })
  return (
    <>
      <Choices
        label={<Unseen>{words.due}</Unseen>}
        options={shown.map((day) => ({ value: day, label: dayInWords(day, language) }))}
        value={due}
        row={styles.row}
        disabled={readOnly}
        onChange={onChoose}
      >
        <Button
          icon={<CalendarRegular />}
          aria-label={words.anotherDay}
          title={words.anotherDay}
          disabled={readOnly}
          {...opens}
        />
      </Choices>
      {!readOnly && calendar}
    </>
  )
}
