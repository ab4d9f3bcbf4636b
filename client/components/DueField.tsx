import { Input, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { Choices } from './Choices.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { dayInWords, dayOf } from '../lib/dates.ts'
import { proposedDays } from './due-days.ts'
import { dueTexts } from '../lib/due-texts.ts'

const useStyles = makeStyles({
  row: { gridTemplateColumns: 'repeat(auto-fit, minmax(68px, 1fr))' },
})

/** Stands for "another day" among the days; no day is called so. */
const another = 'another'

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
  const [isAnother, setAnother] = useState(false)
  const { due, now, readOnly, onChoose } = props
  const days = proposedDays(dayOf(now, undefined))
  const shown = due && !days.includes(due) ? [...days, due] : days
  const choose = (value: string) => {
    setAnother(value === another)
    if (value !== another) onChoose(value)
  }
  return (
    <>
      <Choices
        label={words.due}
        options={[
          ...shown.map((day) => ({ value: day, label: dayInWords(day, language) })),
          { value: another, label: words.other },
        ]}
        value={isAnother ? another : due}
        row={styles.row}
        disabled={readOnly}
        onChange={choose}
      />
      {isAnother && (
        <Input
          type="date"
          aria-label={words.anotherDay}
          value={due ?? ''}
          onChange={(_e, { value }) => onChoose(value)}
        />
      )}
    </>
  )
}
