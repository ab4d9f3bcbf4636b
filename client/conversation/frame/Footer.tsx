import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { EditRegular, InfoRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/app-context.tsx'
import { conversationTexts } from '../texts.ts'
import { useFrame } from './view.tsx'

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '49px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
  },
  info: { position: 'relative' },
  dotted: {
    '::after': {
      content: '""',
      position: 'absolute',
      top: '4px',
      right: '4px',
      width: '8px',
      height: '8px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      // In forced colours a ground goes and an edge stays.
      border: `1px solid ${tokens.colorNeutralBackground1}`,
    },
  },
  cue: {
    padding: `0 ${tokens.spacingHorizontalM}`,
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    textDecorationLine: 'underline',
  },
  on: { display: 'flex', justifyContent: 'flex-end', flex: '1 1 auto' },
})

/** Tells the page how much of it lies under the footer, so that nothing that is gone to ends there. */
function padPage(footer: HTMLElement | null) {
  if (!footer) return
  const { style } = document.documentElement
  const seen = new ResizeObserver(() => {
    style.scrollPaddingBottom = `${footer.offsetHeight + 8}px`
  })
  seen.observe(footer)
  return () => {
    seen.disconnect()
    style.scrollPaddingBottom = ''
  }
}

/** One's own note, what there is to know, and the way on: at hand in every step. */
export function Footer(props: {
  /** Something new to read there. */
  isNew: boolean
  /** Time for a commitment, a line above the rest; null: not now. */
  onCommit: (() => void) | null
  /** The way on; null: the screen brings an action of its own. */
  next: { title: string; run: () => void } | null
  setFoot: (foot: HTMLElement | null) => void
  /** A notice above it. */
  children: ReactNode
}) {
  const { show } = useFrame()
  const words = useTexts(conversationTexts)
  const styles = useStyles()
  const { isNew, onCommit, next, setFoot, children } = props
  return (
    <footer ref={padPage} className={styles.root}>
      {children}
      {onCommit && (
        <Button className={styles.cue} appearance="transparent" onClick={onCommit}>
          {words.timeToCommit}
        </Button>
      )}
      <div className={styles.bar}>
        <Button
          appearance="subtle"
          icon={<EditRegular />}
          aria-label={words.ownNote}
          title={words.ownNote}
          onClick={() => show('note')}
        />
        <Button
          className={mergeClasses(styles.info, isNew && styles.dotted)}
          appearance="subtle"
          icon={<InfoRegular />}
          aria-label={isNew ? words.infoNew : words.info}
          title={words.info}
          onClick={() => show('info')}
        />
        <div className={styles.on} ref={setFoot}>
          {next && (
            <Button appearance="primary" aria-label={words.onTo(next.title)} onClick={next.run}>
              {next.title}
            </Button>
          )}
        </div>
      </div>
    </footer>
  )
}
