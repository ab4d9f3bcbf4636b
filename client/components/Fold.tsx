import { makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'

const useStyles = makeStyles({
  title: { minHeight: '32px', lineHeight: '32px', cursor: 'pointer' },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
})

/** Something that few people need, unfolded by who does. `isOpen`: it has what somebody must see. */
export function Fold(props: { title: string; isOpen?: boolean; children: ReactNode }) {
  const styles = useStyles()
  const { title, isOpen = false, children } = props
  const [isUnfolded, setIsUnfolded] = useState(isOpen)
  return (
    <details open={isOpen || isUnfolded} onToggle={({ currentTarget }) => setIsUnfolded(currentTarget.open)}>
      <summary className={styles.title}>{title}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}
