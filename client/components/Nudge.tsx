import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { Row } from './basics.tsx'
import { useRef } from 'react'

const useStyles = makeStyles({
  // In place even when it says nothing, so that a screen reader hears what comes into it.
  root: { outlineStyle: 'none' },
  body: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
})

type Action = { name: string; run: () => void }

/** A question that may help, and never blocks: followed or waved away. `words` null: nothing to say. */
export function Nudge(props: { words: string | null; action?: Action | undefined; quiet: Action }) {
  const styles = useStyles()
  const root = useRef<HTMLDivElement>(null)
  const { words, action, quiet } = props
  const wave = () => {
    // The button goes; focus stays where it was.
    root.current?.focus()
    quiet.run()
  }
  return (
    <div role="status" ref={root} tabIndex={-1} className={styles.root}>
      {words !== null && (
        <div className={styles.body}>
          <Text>{words}</Text>
          <Row>
            {action && (
              <Button size="small" onClick={action.run}>
                {action.name}
              </Button>
            )}
            <Button size="small" appearance="subtle" onClick={wave}>
              {quiet.name}
            </Button>
          </Row>
        </div>
      )}
    </div>
  )
}
