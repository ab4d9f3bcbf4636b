import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { useRef, useState, type ReactNode } from 'react'
import { takesEscape } from '../lib/escape.ts'

const useStyles = makeStyles({
  root: { position: 'relative' },
  list: {
    position: 'absolute',
    zIndex: 2,
    top: '100%',
    insetInlineEnd: 0,
    display: 'grid',
    justifyItems: 'stretch',
    width: 'max-content',
    maxWidth: '240px',
    padding: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    '& > *': { justifyContent: 'flex-start', minHeight: '32px' },
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** Rarely needed things behind one button. It closes with a press on what is in it, with Escape and when it is left. */
export function More(props: { label: string; children: ReactNode }) {
  const styles = useStyles()
  const { label, children } = props
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    // The list goes with what was pressed in it; the keyboard stays near.
    button.current?.focus()
  }
  return (
    <div
      className={styles.root}
      onKeyDown={(event) => {
        if (open && takesEscape(event)) close()
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <Button
        ref={button}
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className={styles.list} onClick={close}>
          {children}
        </div>
      )}
    </div>
  )
}

/** A page that one goes to from there. */
export function MoreLink({ href, children }: { href: string; children: string }) {
  const styles = useStyles()
  return (
    <a href={href} className={styles.link}>
      {children}
    </a>
  )
}
