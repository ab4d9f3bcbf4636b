import { Button, Field, makeStyles, tokens } from '@fluentui/react-components'
import { CalendarRegular } from '@fluentui/react-icons'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { dayOf, dayWithYearInWords } from '../lib/dates.ts'
import { calendarTexts } from '../lib/calendar-texts.ts'
import { useCalendar } from './useCalendar.tsx'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, auto)',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    alignContent: 'start',
    maxWidth: '100%',
  },
  value: { justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular },
})

/** A day with its label, chosen in a calendar. A browser's own field would follow the browser's language. */
export function DayField(props: {
  label: string
  /** YYYY-MM-DD */
  value: string | null
  error?: string | undefined
  onChoose: (day: string) => void
  /** For a day that need not be there. */
  onClear?: () => void
}) {
  const { language } = useAppContext()
  const words = useTexts(calendarTexts)
  const styles = useStyles()
  const { label, value, error, onChoose, onClear } = props
  const today = dayOf(new Date().toISOString(), undefined)
  const { opens, calendar } = useCalendar({ label, value, today, onChoose })
  return (
    <div className={styles.root}>
      <Field label={label} {...(error ? { validationMessage: error } : {})}>
        {({ id, 'aria-labelledby': labelledBy, 'aria-describedby': describedBy }) => (
          <Button
            id={id}
            aria-labelledby={`${labelledBy} ${id}`}
            aria-describedby={describedBy}
            icon={<CalendarRegular />}
            className={styles.value}
            {...opens}
          >
            {value ? dayWithYearInWords(value, language) : words.none}
          </Button>
        )}
      </Field>
      {calendar}
      {onClear && value && (
        <Button appearance="subtle" size="small" onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </div>
  )
}
