import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalS },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
    '@container page (min-width: 1024px)': { gridTemplateColumns: '320px minmax(0, 1fr)' },
  },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  wide: { display: 'none', '@container page (min-width: 1024px)': { display: 'grid' } },
})

/**
 * A list and what was chosen in it: beside each other where the page is wide, else one of them.
 * @param isDetail something was chosen; else `detail` is what a wide page shows meanwhile
 */
export function ListDetail(props: {
  head: ReactNode
  list: ReactNode
  detail: ReactNode
  isDetail: boolean
}) {
  const styles = useStyles()
  const { head, list, detail, isDetail } = props
  return (
    <>
      <div className={mergeClasses(styles.head, isDetail && styles.wide)}>{head}</div>
      <div className={styles.columns}>
        <div className={mergeClasses(styles.column, isDetail && styles.wide)}>{list}</div>
        <div className={mergeClasses(styles.column, !isDetail && styles.wide)}>{detail}</div>
      </div>
    </>
  )
}
