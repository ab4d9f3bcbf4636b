import { useCallback, useEffect, useRef, useState } from 'react'
import { CallFailed, sentenceOf } from '../lib/api.ts'
import { useAppContext } from '../lib/app-context.tsx'
import { onSuspension } from '../lib/suspension.ts'

/** Typing rests so long before it is sent, and a connection that is away is tried again after so long; milliseconds. */
const rest = 600
const retryAfter = 3000

/** How something stands that saves itself: it says nothing as long as that works. */
export type AutosaveState = 'quiet' | 'offline' | { failed: string }

/**
 * Saves what one person chooses and types by itself: a moment later, at once when they leave it or the page, and again
 * until the server has it. Until then it is kept in the browser.
 * @param send brings the whole value; the last one counts
 */
export function useAutosave<Value extends object>(options: {
  /** By what it is kept. */
  key: string
  saved: Value
  isWhole: (value: Value) => boolean
  send: (value: Value) => Promise<void>
}) {
  const { kept, language } = useAppContext()
  const { key, saved } = options
  const [draft, setDraft] = useState<Value | null>(() => kept.recallAs<Value | null>(key, null))
  const [state, setState] = useState<AutosaveState>('quiet')
  const latest = useRef({ ...options, draft, language })
  useEffect(() => {
    const { draft: now } = latest.current
    latest.current = { ...options, draft: now, language }
  })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const sending = useRef(false)
  const again = useRef(() => {})

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    if (sending.current) return
    sending.current = true
    try {
      for (let sent: Value | null = null; ;) {
        const { draft: now, send, isWhole } = latest.current
        if (!now || !isWhole(now) || now === sent) break
        await send(now)
        sent = now
        if (latest.current.draft !== sent) continue
        latest.current.draft = null
        kept.forget(key)
        setDraft(null)
      }
      setState('quiet')
    } catch (error) {
      const isOffline = error instanceof CallFailed && error.failure.slug === 'offline'
      setState(isOffline ? 'offline' : { failed: sentenceOf(error, latest.current.language) })
      // Also when they have left it meanwhile.
      if (isOffline) timer.current = setTimeout(() => again.current(), retryAfter)
    } finally {
      sending.current = false
    }
  }, [kept, key])

  useEffect(() => {
    const leave = () => void flush()
    again.current = leave
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', leave)
    const stop = onSuspension({ suspend: flush })
    // An earlier window may not have got it to the server.
    leave()
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', leave)
      stop()
      leave()
    }
  }, [flush])

  return {
    value: draft ?? saved,
    state,
    change(part: Partial<Value>): void {
      const next = { ...(latest.current.draft ?? saved), ...part }
      latest.current.draft = next
      kept.keep(key, JSON.stringify(next))
      setDraft(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), rest)
    },
    flush: () => void flush(),
  }
}
