import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    containerType: 'inline-size',
    containerName: 'page',
    maxWidth: '1200px',
    marginInline: 'auto',
    '@media print': { maxWidth: 'none' },
  },
  main: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
    '@container page (min-width: 480px)': { padding: tokens.spacingHorizontalXL },
    '@container page (min-width: 1024px)': { padding: tokens.spacingHorizontalXXXL },
  },
  text: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '720px', minWidth: 0 },
})

/** The room of a page: as wide as the frame allows, or as wide as lines of text read well. */
export function Page({ isText = false, children }: { isText?: boolean; children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <main className={styles.main}>{isText ? <div className={styles.text}>{children}</div> : children}</main>
    </div>
  )
}
