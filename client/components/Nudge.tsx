import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useRef } from 'react'

const useStyles = makeStyles({
  // In place even when it says nothing, so that a screen reader hears what comes into it.
  root: { outlineStyle: 'none' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorBrandForeground1,
  },
  action: { gridColumn: '1 / -1', justifySelf: 'start' },
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
          <span>{words}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={quiet.name}
            title={quiet.name}
            onClick={wave}
          />
          {action && (
            <Button size="small" className={styles.action} onClick={action.run}>
              {action.name}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
