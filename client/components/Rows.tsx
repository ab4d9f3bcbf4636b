import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) fit-content(40%)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '44px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    // No room for three beside each other: the word at its end stands under the others.
    '@container page (max-width: 339px)': { gridTemplateColumns: 'auto minmax(0, 1fr)', rowGap: 0 },
  },
  link: {
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  main: { overflowWrap: 'anywhere' },
  // In the row's own colour, which the contrast theme turns round under the pointer.
  end: { color: 'inherit', fontSize: tokens.fontSizeBase200, ':empty': { display: 'none' } },
  under: { '@container page (max-width: 339px)': { gridColumn: 2, textAlign: 'start' } },
  start: {
    display: '-webkit-box',
    overflow: 'hidden',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
  },
})

/** Lines of a list with thin rules between them. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}

/** A line of a list of what brings its own looks. */
export function RowLine({ children }: { children: ReactNode }) {
  const styles = useStyles()
  return <li className={styles.item}>{children}</li>
}

/** One line: what stands first (a face, a circle), words, and a word at its end. The whole line is a link. */
export function RowItem(props: { first: ReactNode; end: ReactNode; href?: string; children: ReactNode }) {
  const styles = useStyles()
  const { first, end, href, children } = props
  const content = (
    <>
      {first}
      <span className={styles.main}>{children}</span>
      <span className={mergeClasses(styles.end, styles.under)}>{end}</span>
    </>
  )
  return (
    <li className={styles.item}>
      {href ? (
        <a href={href} className={mergeClasses(styles.row, styles.link)}>
          {content}
        </a>
      ) : (
        <div className={styles.row}>{content}</div>
      )}
    </li>
  )
}

/** The first two lines of a text that somebody wrote; the rest is where it leads to, and under the pointer. */
export function Start({ children }: { children: string }) {
  const styles = useStyles()
  return (
    <span className={styles.start} title={children}>
      {children}
    </span>
  )
}
