import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components'
import { Unseen } from './Unseen.tsx'

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    rowGap: tokens.spacingVerticalXS,
    maxWidth: '320px',
  },
  one: { justifyContent: 'center' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    maxWidth: '320px',
    color: tokens.colorNeutralForeground2,
  },
})

/** The numbers from 1 on, five in a row; the arrow keys go from one to the next. */
export function NumberScale(props: {
  label: string
  /** What it is about, for who hears it: a screen may have more of these. */
  about?: string
  upTo: number
  value: number | null
  onChange: (value: number) => void
  message?: string | undefined
  /** What the numbers mean, to read under them: each, or the first and the last. */
  legend: readonly string[]
  /** What each number is called, where each has words of its own. */
  names?: readonly string[]
}) {
  const styles = useStyles()
  const { label, about, upTo, value, onChange, message, legend, names } = props
  const numbers = Array.from({ length: upTo }, (_one, at) => String(at + 1))
  const hint = legend.map((one) => <span key={one}>{one}</span>)
  return (
    <Field
      label={{
        children: (
          <>
            {label}
            {about && <Unseen>{about}</Unseen>}
          </>
        ),
      }}
      hint={{ className: styles.legend, children: hint }}
      {...(message ? { validationMessage: message } : {})}
    >
      <RadioGroup
        className={styles.group}
        value={value === null ? '' : String(value)}
        onChange={(_e, data) => onChange(Number(data.value))}
      >
        {numbers.map((one, at) => (
          <Radio
            key={one}
            className={styles.one}
            labelPosition="below"
            value={one}
            label={one}
            {...(names?.[at] ? { input: { 'aria-label': names[at] } } : {})}
          />
        ))}
      </RadioGroup>
    </Field>
  )
}
