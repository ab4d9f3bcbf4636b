import { makeStyles, tokens } from '@fluentui/react-components'
import { Choices } from './Choices.tsx'
import { Unseen } from './Unseen.tsx'

const useStyles = makeStyles({
  // Over the padding of the card that it stands in.
  root: { containerType: 'inline-size', maxWidth: '400px', marginInline: '-11px' },
  row: {
    gridTemplateColumns: 'repeat(5, minmax(24px, 1fr))',
    columnGap: 0,
    // From edge to edge, all in one row as soon as each is 24 px wide (WCAG 2.2, 2.5.8).
    '@container (min-width: 240px)': { gridTemplateColumns: 'repeat(10, minmax(24px, 1fr))' },
    '& label': { borderRadius: 0, marginInlineEnd: '-1px' },
    // Its edge lies over its neighbours’.
    '& label:has(:checked), & label:focus-within': { zIndex: 1 },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `2px ${tokens.spacingHorizontalM} 0`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})

const options = Array.from({ length: 10 }, (_one, at) => ({ value: `${at + 1}`, label: `${at + 1}` }))

/** The numbers from 1 to 10; the arrow keys go from one to the next. */
export function NumberScale(props: {
  label: string
  /** The subject, for a screen reader: a screen may have more than one scale. */
  about: string
  value: number | null
  onChange: (value: number) => void
  /** The meaning of the first and the last number, shown under them. */
  legend: readonly string[]
}) {
  const styles = useStyles()
  const { label, about, value, onChange, legend } = props
  return (
    <div className={styles.root}>
      <Choices
        label={
          <Unseen>
            {label} {about}
          </Unseen>
        }
        options={options}
        value={value === null ? null : String(value)}
        row={styles.row}
        onChange={(chosen) => onChange(Number(chosen))}
      />
      {legend.length > 0 && (
        <div className={styles.legend}>
          {legend.map((one) => (
            <span key={one}>{one}</span>
          ))}
        </div>
      )}
    </div>
  )
}
