import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  row: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(24px, 1fr))' },
  one: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minHeight: '32px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    marginInlineEnd: '-1px',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, zIndex: 1 },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    // In forced colours a ground goes and an edge stays.
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  input: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
})

/** Numbers from edge to edge, one of which is tapped; the arrow keys go from one to the next. */
export function TapRow(props: {
  label: string
  numbers: number[]
  unit?: string
  /** Meanings of the first and the last number, for a screen reader. */
  ends?: { first: string; last: string }
  value: number | null
  onTap: (value: number) => void
}) {
  const styles = useStyles()
  const name = useId()
  const { label, numbers, unit = '', ends, value, onTap } = props
  const nameOf = (one: number, at: number) => {
    const end = at === 0 ? ends?.first : at === numbers.length - 1 ? ends?.last : undefined
    return `${one}${unit}${end ? `: ${end}` : ''}`
  }
  return (
    <fieldset className={styles.root} role="radiogroup" aria-label={label}>
      <Text aria-hidden>{unit ? `${label} (${unit})` : label}</Text>
      <div className={styles.row}>
        {numbers.map((one, at) => (
          <label key={one} className={mergeClasses(styles.one, one === value && styles.chosen)}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              checked={one === value}
              aria-label={nameOf(one, at)}
              onChange={() => onTap(one)}
            />
            <span aria-hidden>{one}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
