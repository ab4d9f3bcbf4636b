import { Select, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { DayPicker, type DropdownProps } from 'react-day-picker'
import { useAppContext } from '../lib/app-context.tsx'
import { takesEscape } from '../lib/escape.ts'
import { calendarWords, dayAt, midnightOf } from '../lib/calendar-words.ts'

const useStyles = makeStyles({
  root: {
    width: '256px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  month: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) 24px',
    alignItems: 'center',
    gap: tokens.spacingVerticalXS,
  },
  dropdowns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 68px',
    gap: tokens.spacingHorizontalXS,
  },
  dropdown: { minWidth: 0 },
  grid: { gridColumn: '1 / -1', width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  weekday: {
    height: '24px',
    padding: 0,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  day: { padding: 0 },
  button: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    height: '32px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  // An underline besides the weight: the chosen day has its weight too.
  today: { '& button': { fontWeight: tokens.fontWeightSemibold, textDecorationLine: 'underline' } },
  selected: {
    '& button': {
      border: `2px solid ${tokens.colorCompoundBrandStroke}`,
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
})

/** How many years the calendar goes back and ahead. */
const reach = 5

/** Days of a month to choose from, with other months and years above them. The keyboard begins on the chosen day. */
export function DayCalendar(props: {
  /** The field that the day is of. */
  label: string
  /** YYYY-MM-DD */
  value: string | null
  /** YYYY-MM-DD */
  today: string
  onChoose: (day: string) => void
  onClose: () => void
}) {
  const { language } = useAppContext()
  const styles = useStyles()
  const { label, value, today, onChoose, onClose } = props
  const words = useMemo(() => calendarWords(language), [language])
  const years = [today, value ?? today].map((day) => Number(day.slice(0, 4)))
  return (
    <div
      role="group"
      aria-label={label}
      className={styles.root}
      ref={comeIntoView}
      onKeyDown={(event) => {
        if (takesEscape(event)) onClose()
      }}
    >
      <DayPicker
        {...words}
        mode="single"
        required
        autoFocus
        selected={value ? midnightOf(value) : undefined}
        defaultMonth={midnightOf(value ?? today)}
        today={midnightOf(today)}
        weekStartsOn={1}
        captionLayout="dropdown"
        navLayout="around"
        startMonth={new Date(Math.min(...years) - reach, 0)}
        endMonth={new Date(Math.max(...years) + reach, 11)}
        onSelect={(midnight) => onChoose(dayAt(midnight))}
        components={{ Chevron, Dropdown }}
        classNames={{
          month: styles.month,
          dropdowns: styles.dropdowns,
          months_dropdown: styles.dropdown,
          years_dropdown: styles.dropdown,
          button_previous: styles.button,
          button_next: styles.button,
          month_grid: styles.grid,
          weekday: styles.weekday,
          day: styles.day,
          day_button: styles.button,
          today: styles.today,
          selected: styles.selected,
        }}
      />
    </div>
  )
}

const comeIntoView = (root: HTMLElement | null) => root?.scrollIntoView({ block: 'nearest' })

const Chevron = ({ orientation }: { orientation?: 'up' | 'down' | 'left' | 'right' }) =>
  orientation === 'left' ? <ChevronLeftRegular /> : <ChevronRightRegular />

function Dropdown({ options = [], value, onChange, className, 'aria-label': label }: DropdownProps) {
  return (
    <Select
      size="small"
      aria-label={label}
      value={String(value)}
      onChange={onChange}
      className={className}
      select={{ style: { minWidth: 0 } }}
    >
      {options.map((one) => (
        <option key={one.value} value={one.value} disabled={one.disabled}>
          {one.label}
        </option>
      ))}
    </Select>
  )
}
