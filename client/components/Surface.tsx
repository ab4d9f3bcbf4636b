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
})

/** A part of a page on a ground of its own. */
export function Surface(props: { title?: string; isMarked?: boolean; children: ReactNode }) {
  const styles = useStyles()
  const id = useId()
  const { title, isMarked = false, children } = props
  return (
    <section
      className={mergeClasses(styles.root, isMarked && styles.marked)}
      {...(title ? { 'aria-labelledby': id } : {})}
    >
      {title && (
        <Heading as="h2" size={300} id={id}>
          {title}
        </Heading>
      )}
      {children}
    </section>
  )
}
