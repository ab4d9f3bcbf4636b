import { Button, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'

const useStyles = makeStyles({
  root: { display: 'grid' },
  folded: { maxHeight: '220px', overflow: 'hidden' },
  more: { justifySelf: 'start' },
})

/** The first ten lines of something, and all of it on request. */
export function Folded({ more, children }: { more: string; children: ReactNode }) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const [isLong, setLong] = useState(false)
  const watch = (content: HTMLElement | null) => {
    if (!content) return
    const seen = new ResizeObserver(() => setLong(content.scrollHeight > content.clientHeight + 1))
    seen.observe(content)
    if (content.firstElementChild) seen.observe(content.firstElementChild)
    return () => seen.disconnect()
  }
  return (
    <div className={styles.root}>
      <div className={isOpen ? undefined : styles.folded} ref={isOpen ? undefined : watch}>
        {children}
      </div>
      {isLong && !isOpen && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={() => setOpen(true)}>
          {more}
        </Button>
      )}
    </div>
  )
}
