import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { createPortal } from 'react-dom'
import { useTexts } from '../../lib/app-context.tsx'
import { takesEscape } from '../../lib/escape.ts'
import { conversationTexts } from '../texts.ts'

/** The views that more than one place opens. */
export type ViewName = 'note' | 'info' | 'templates' | 'observation'

/** The frame as its screens use it: places to render into, and the view that lies over it. */
export type FrameContext = {
  /** Where views go; null until the frame stands. */
  layer: HTMLElement | null
  /** The right end of the footer, for the one action of a screen without a next step. */
  foot: HTMLElement | null
  /** Tells the frame that a view lies over it. @returns what tells that it is gone */
  cover: () => () => void
  view: ViewName | null
  show: (view: ViewName | null) => void
}

export const Frame = createContext<FrameContext>({
  layer: null,
  foot: null,
  cover: () => () => undefined,
  view: null,
  show: () => undefined,
})
export const useFrame = (): FrameContext => useContext(Frame)

const useStyles = makeStyles({
  root: { backgroundColor: tokens.colorNeutralBackground1 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, outlineStyle: 'none' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
})

/** A screen over the frame, with the way back. Escape leaves it; what opened it has the focus again. */
export function View(props: { title: string; onBack: () => void; children: ReactNode }) {
  const { layer, cover } = useFrame()
  const words = useTexts(conversationTexts)
  const styles = useStyles()
  const { title, onBack, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const last = useRef<Element>(null)
  // Before the screen is drawn, so that the frame and the view are never there together.
  useLayoutEffect(() => (layer ? cover() : undefined), [layer, cover])
  useLayoutEffect(() => {
    // A field that asks for the focus has it already.
    if (!root.current?.contains(document.activeElement)) heading.current?.focus()
  }, [layer])
  // A question that is removed, and the last "more", take the focus along; Escape is to leave the view even then.
  useEffect(() => {
    if (!root.current) return
    const watch = new MutationObserver(() => {
      if (last.current && !last.current.isConnected && document.activeElement === document.body)
        heading.current?.focus({ preventScroll: true })
    })
    watch.observe(root.current, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [layer])
  if (!layer) return null
  return createPortal(
    <div
      ref={root}
      className={styles.root}
      onFocus={({ target }) => {
        last.current = target
      }}
      onKeyDown={(event) => {
        if (takesEscape(event)) onBack()
      }}
    >
      <header className={styles.head}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={words.back} onClick={onBack} />
        <Text as="h1" size={400} weight="semibold" ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </Text>
      </header>
      <main aria-label={title} className={styles.body}>
        {children}
      </main>
    </div>,
    layer,
  )
}

/** Places the one action of a screen at the right end of the footer. */
export function AtFoot({ children }: { children: ReactNode }) {
  const { foot } = useFrame()
  return foot && createPortal(children, foot)
}

/** How many views lie over the frame; when the last goes, the focus and the place on the page are as they were. */
export function useCover() {
  const [count, setCount] = useState(0)
  const last = useRef<{ focus: HTMLElement | null; top: number }>({ focus: null, top: 0 })
  const [cover] = useState(() => () => {
    setCount((now) => now + 1)
    return () => setCount((now) => now - 1)
  })
  const wasCovered = useRef(false)
  useLayoutEffect(() => {
    if (count > 0 && !wasCovered.current) window.scrollTo(0, 0)
    if (count === 0 && wasCovered.current) {
      window.scrollTo(0, last.current.top)
      if (last.current.focus?.isConnected) last.current.focus.focus({ preventScroll: true })
    }
    wasCovered.current = count > 0
  }, [count])
  return {
    isCovered: count > 0,
    cover,
    /** For the frame: remembers where the focus is in it. Views lie outside it, and in it for React. */
    onFocus: ({ target, currentTarget }: React.FocusEvent) => {
      if (target instanceof HTMLElement && currentTarget.contains(target))
        last.current = { focus: target, top: window.scrollY }
    },
  }
}
