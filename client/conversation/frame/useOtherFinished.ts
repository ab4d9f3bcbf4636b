import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'

/** Whoever typed so few milliseconds ago is in the middle of something. */
const pause = 10_000

/** Can the focused element be typed in? */
const isField = (element: Element | null) =>
  element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA)$/.test(element.tagName))

/**
 * Notices that the other finished the conversation: whoever is not typing goes along to what became of it, and whoever
 * is gets to know.
 * @returns whether there is news that was not looked at, and who finished it, as far as that was seen here
 */
export function useOtherFinished(state: Conversation['state'], goToResult: () => void) {
  const [seen, setSeen] = useState(state)
  const [finishedBy, setFinishedBy] = useState<'me' | 'other' | null>(null)
  const [isNews, setNews] = useState(false)
  const typed = useRef(-Infinity)
  const go = useRef(goToResult)
  useEffect(() => {
    go.current = goToResult
  })
  if (seen !== state) {
    setSeen(state)
    if (state === 'finished' && finishedBy !== 'me') setFinishedBy('other')
  }
  useEffect(() => {
    if (finishedBy !== 'other') return
    if (isField(document.activeElement) && performance.now() - typed.current < pause) setNews(true)
    else go.current()
  }, [finishedBy])
  return {
    finishedBy,
    isNews,
    looked: () => setNews(false),
    finishing: () => setFinishedBy('me'),
    onInput: () => {
      typed.current = performance.now()
    },
  }
}
