import { Text, makeStyles } from '@fluentui/react-components'
import { createContext, useContext, useLayoutEffect, useRef } from 'react'
import { placeOfEntry } from '../lib/entries.ts'

/** How many times somebody has gone to another page here. */
export const Moves = createContext(0)

const useStyles = makeStyles({ title: { margin: 0, outlineStyle: 'none' } })

/** The heading of a page. The keyboard lands on it, and the window is named after it. */
export function PageTitle({ children }: { children: string }) {
  const styles = useStyles()
  const moves = useContext(Moves)
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    document.title = `${children} · Groei`
  }, [children])
  useLayoutEffect(() => {
    // Whoever has just opened the app is left where they are.
    if (moves === 0) return
    window.scrollTo(0, placeOfEntry())
    title.current?.focus({ preventScroll: true })
  }, [moves])
  return (
    <Text as="h1" size={500} weight="semibold" ref={title} tabIndex={-1} className={styles.title}>
      {children}
    </Text>
  )
}
