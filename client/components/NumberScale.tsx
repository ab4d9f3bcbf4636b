import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    rowGap: tokens.spacingVerticalXS,
    maxWidth: '320px',
  },
  one: { justifyContent: 'center' },
})

/** The numbers from 1 on, five in a row; the arrow keys go from one to the next. */
export function NumberScale(props: {
  label: string
  upTo: number
  value: number | null
  onChange: (value: number) => void
  message?: string | undefined
  /** What a number says besides itself, to who hears it. */
  names?: readonly string[]
}) {
  const styles = useStyles()
  const { label, upTo, value, onChange, message, names } = props
  const numbers = Array.from({ length: upTo }, (_one, at) => String(at + 1))
  return (
    <Field label={label} {...(message ? { validationMessage: message } : {})}>
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
