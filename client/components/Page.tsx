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
    '@media print': { display: 'block', padding: 0 },
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
    '@container page (min-width: 480px)': { padding: tokens.spacingHorizontalXL },
    '@container page (min-width: 1024px)': { padding: tokens.spacingHorizontalXXXL },
  },
})

/** The room of a page. */
export function Page({ children }: { children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <main className={styles.main}>{children}</main>
    </div>
  )
}
