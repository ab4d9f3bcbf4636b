import { useEffect, useRef } from 'react'
import type { SaveState } from './Saving.tsx'

/** Typing is saved when it rests so long, and what failed is tried again after so long; milliseconds. */
const rest = 600
const again = 5000

type Form = {
  state: SaveState
  value: object
  conflict: boolean
  save: () => Promise<void>
}

/**
 * Saves a form by itself: when typing rests, when the page is hidden and when the form goes; without a network again and
 * again. Until it is saved its text stays with the tab (`useForm`).
 * @param isValid false while the server would not take it
 */
export function useFormAutosave(form: Form, isValid: boolean): void {
  const { state, value, conflict } = form
  const isFailed = typeof state === 'object'
  const isWaiting = (state === 'unsaved' || isFailed) && isValid && !conflict
  const save = useRef(() => {})
  useEffect(() => {
    save.current = () => {
      if (isWaiting) void form.save()
    }
  })
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => save.current(), isFailed ? again : rest)
    return () => clearTimeout(timer)
  }, [isWaiting, isFailed, value])
  useEffect(() => {
    const now = () => save.current()
    const whenHidden = () => document.visibilityState === 'hidden' && now()
    addEventListener('online', now)
    document.addEventListener('visibilitychange', whenHidden)
    return () => {
      removeEventListener('online', now)
      document.removeEventListener('visibilitychange', whenHidden)
      now()
    }
  }, [])
}
