import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    // In the contrast theme a ground alone does not stand out from the page.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusLarge,
  },
})

/** A question on a ground of its own, with what belongs to it. */
export function Card(props: { label: string; text: string; isAnnounced?: boolean; children: ReactNode }) {
  const styles = useStyles()
  const { label, text, isAnnounced, children } = props
  return (
    <section className={styles.root} aria-label={label}>
      <Text size={300} {...(isAnnounced ? { 'aria-live': 'polite' as const } : {})}>
        {text}
      </Text>
      {children}
    </section>
  )
}
