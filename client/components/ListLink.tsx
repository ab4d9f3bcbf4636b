import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
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

/** Lines that each lead to what they are about. */
export function ListLinks({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}

/** A line of a list that leads to what it is about. */
export function ListLink(props: { href: string; isHere: boolean; note?: string; children: string }) {
  const styles = useStyles()
  const { href, isHere, note, children } = props
  return (
    <li className={styles.item}>
      <a
        href={href}
        className={mergeClasses(styles.link, isHere && styles.here)}
        aria-current={isHere ? 'true' : undefined}
      >
        <span>{children}</span>
        {note && <span className={styles.note}>{note}</span>}
      </a>
    </li>
  )
}
