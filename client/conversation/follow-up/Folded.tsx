import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    // The whole of the group is the button.
    margin: `calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: tokens.spacingHorizontalM,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  what: {
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  said: { flexShrink: 0, fontSize: tokens.fontSizeBase200 },
})

/** A commitment that another is followed up before: what it is, and how it stands. A press opens it. */
export function Folded(props: { what: string; said: string; onOpen: () => void }) {
  const styles = useStyles()
  const { what, said, onOpen } = props
  return (
    <button type="button" className={styles.root} aria-expanded={false} onClick={onOpen}>
      <span className={styles.what} title={what}>
        {what}
      </span>
      <span className={styles.said}>{said}</span>
    </button>
  )
}
