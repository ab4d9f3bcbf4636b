import { Field, Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components'
import { Unseen } from './Unseen.tsx'

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    rowGap: tokens.spacingVerticalXS,
    maxWidth: '320px',
  },
  one: { justifyContent: 'center', textAlign: 'center' },
  meaning: { display: 'block', color: tokens.colorNeutralForeground2, hyphens: 'auto' },
  ends: {
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
  /** What each number means, under it. */
  meanings?: readonly string[]
  /** What the first and the last mean, where each has no words of its own. */
  ends?: readonly string[]
}) {
  const styles = useStyles()
  const { label, about, upTo, value, onChange, message, meanings, ends } = props
  const numbers = Array.from({ length: upTo }, (_one, at) => String(at + 1))
  const name = about ? (
    <>
      {label}
      <Unseen>{about}</Unseen>
    </>
  ) : (
    label
  )
  return (
    <Field
      label={{ children: name }}
      {...(message ? { validationMessage: message } : {})}
      {...(ends
        ? { hint: { className: styles.ends, children: ends.map((one) => <span key={one}>{one}</span>) } }
        : {})}
    >
      <RadioGroup
        className={styles.group}
        value={value === null ? '' : String(value)}
        onChange={(_e, data) => onChange(Number(data.value))}
      >
        {numbers.map((one, at) => {
          const meaning = meanings?.[at]
          return (
            <Radio
              key={one}
              className={styles.one}
              labelPosition="below"
              value={one}
              label={
                meaning ? (
                  <>
                    {one}
                    <Text size={100} className={styles.meaning}>
                      {meaning}
                    </Text>
                  </>
                ) : (
                  one
                )
              }
              {...(meaning ? { input: { 'aria-label': `${one}: ${meaning}` } } : {})}
            />
          )
        })}
      </RadioGroup>
    </Field>
  )
}
