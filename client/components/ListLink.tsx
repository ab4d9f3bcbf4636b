import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { RowLine } from './Rows.tsx'

const useStyles = makeStyles({
  link: {
    display: 'grid',
    alignContent: 'center',
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderLeft: '3px solid transparent',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    borderLeftColor: tokens.colorCompoundBrandStroke,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

/** A line of a list (`Rows`) that leads to what it is about. */
export function ListLink(props: { href: string; isHere: boolean; note?: string; children: string }) {
  const styles = useStyles()
  const { href, isHere, note, children } = props
  return (
    <RowLine>
      <a
        href={href}
        className={mergeClasses(styles.link, isHere && styles.here)}
        aria-current={isHere ? 'true' : undefined}
      >
        <span>{children}</span>
        {note && <span className={styles.note}>{note}</span>}
      </a>
    </RowLine>
  )
}
