import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'

const useStyles = makeStyles({
  group: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  row: { display: 'grid', gap: '4px' },
  // Its choices stand in the row.
  choices: { display: 'contents' },
  one: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '24px',
    minHeight: '32px',
    boxSizing: 'border-box',
    padding: '0 2px',
    textAlign: 'center',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    '&:focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    // A width and a weight besides the colour, which not everybody sees.
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  disabled: { color: tokens.colorNeutralForegroundDisabled },
  // Over the whole of it, its edge too, so that a press anywhere is one on the radio.
  input: {
    position: 'absolute',
    inset: '-1px',
    width: 'calc(100% + 2px)',
    height: 'calc(100% + 2px)',
    margin: 0,
    opacity: 0,
    cursor: 'pointer',
  },
})

/**
 * One of a few, side by side. To the keyboard and to who hears the screen it is a radio group.
 * @param row the class that says how many stand beside each other
 */
export function Choices(props: {
  label: React.ReactNode
  options: readonly { value: string; label: string }[]
  value: string | null
  row: string
  disabled?: boolean
  onChange: (value: string) => void
  /** Stands beside them, and is none of them. */
  children?: React.ReactNode
}) {
  const styles = useStyles()
  const id = useId()
  const { label, options, value, row, disabled = false, onChange } = props
  return (
    <div className={styles.group}>
      <span id={id}>{label}</span>
      <div className={mergeClasses(styles.row, row)}>
        <div role="radiogroup" aria-labelledby={id} className={styles.choices}>
          {options.map((one) => (
            <label
              key={one.value}
              className={mergeClasses(
                styles.one,
                one.value === value && styles.chosen,
                disabled && styles.disabled,
              )}
            >
              <input
                type="radio"
                className={styles.input}
                name={id}
                value={one.value}
                checked={one.value === value}
                disabled={disabled}
                onChange={() => onChange(one.value)}
              />
              {one.label}
            </label>
          ))}
        </div>
        {props.children}
      </div>
    </div>
  )
}
