import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Where } from './where.ts'

export type NavStep = { id: Where; title: string; /** Who else is in it. */ here: string | null }

const useStyles = makeStyles({
  root: { position: 'relative' },
  bar: { display: 'flex', justifyContent: 'space-between', padding: tokens.spacingVerticalXS },
  progress: { display: 'flex', gap: '2px', padding: `0 ${tokens.spacingHorizontalM}` },
  part: { flex: 1, height: '3px', backgroundColor: tokens.colorNeutralStroke1 },
  passed: { backgroundColor: tokens.colorCompoundBrandStroke },
  list: {
    position: 'absolute',
    zIndex: 2,
    insetInline: tokens.spacingHorizontalS,
    margin: 0,
    padding: tokens.spacingVerticalXS,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  item: { width: '100%', justifyContent: 'flex-start', textAlign: 'start' },
  here: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground3 },
})

/** No step has a name that ends so. */
const keyOf = (id: Where): string => id ?? 'share.'

/** Back, on, and a list of all steps to go to any: people go back and forth. */
export function StepsNav(props: { steps: NavStep[]; at: number; onGo: (id: Where) => void }) {
  const { texts } = useSurroundings()
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const { steps, at } = props
  const go = (id: Where | undefined) => {
    setOpen(false)
    if (id !== undefined) props.onGo(id)
  }
  return (
    <nav
      className={styles.root}
      aria-label={texts.steps}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        toggle.current?.focus()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <div className={styles.bar}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={texts.previous}
          disabledFocusable={at === 0}
          onClick={() => go(steps[at - 1]?.id)}
        />
        <Button
          ref={toggle}
          appearance="subtle"
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={open}
          aria-label={`${texts.position(at + 1, steps.length)}, ${texts.allSteps}`}
          onClick={() => setOpen(!open)}
        >
          {texts.position(at + 1, steps.length)}
        </Button>
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={texts.next}
          disabledFocusable={at === steps.length - 1}
          onClick={() => go(steps[at + 1]?.id)}
        />
      </div>
      <div className={styles.progress} aria-hidden>
        {steps.map(({ id }, index) => (
          <div key={keyOf(id)} className={mergeClasses(styles.part, index <= at && styles.passed)} />
        ))}
      </div>
      {open && (
        <ul className={styles.list}>
          {steps.map(({ id, title, here }, index) => (
            <li key={keyOf(id)}>
              <Button
                className={styles.item}
                appearance={index === at ? 'secondary' : 'subtle'}
                aria-current={index === at ? 'step' : undefined}
                onClick={() => go(id)}
              >
                {title}
                {here && (
                  <Text size={200} className={styles.here}>
                    {here}
                  </Text>
                )}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}
