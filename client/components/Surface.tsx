import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { Heading } from './basics.tsx'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    minWidth: 0,
  },
  marked: { backgroundColor: tokens.colorBrandBackground2 },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
})

/** A part of a page on a ground of its own. @param action what can be done with it, beside its title */
export function Surface(props: {
  title?: string
  action?: ReactNode
  isMarked?: boolean
  children: ReactNode
}) {
  const styles = useStyles()
  const id = useId()
  const { title, action, isMarked = false, children } = props
  const heading = title && <Heading id={id}>{title}</Heading>
  return (
    <section className={mergeClasses(styles.root, isMarked && styles.marked)} aria-labelledby={title && id}>
      {action ? (
        <div className={styles.head}>
          {heading}
          {action}
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}
