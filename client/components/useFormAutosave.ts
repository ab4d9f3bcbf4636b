import { useEffect, useRef } from 'react'
import { onSuspension } from '../lib/suspension.ts'
import type { SaveState } from './Saving.tsx'

/** Typing is saved when it rests so long, and what failed is tried again after so long; milliseconds. */
const rest = 600
const again = 5000

type Form = {
  state: SaveState
  value: object
  conflict: boolean
  save: () => Promise<unknown>
}

/**
 * Saves a form by itself: when typing rests, when the page is hidden or suspended and when the form goes; without a
 * network again and again. Until it is saved its text stays with the tab (`useForm`).
 * @param isValid false while the server would not take it
 */
export function useFormAutosave(form: Form, isValid: boolean): void {
  const { state, value, conflict } = form
  const isFailed = typeof state === 'object'
  const isWaiting = (state === 'unsaved' || isFailed) && isValid && !conflict
  const save = useRef<() => Promise<unknown> | undefined>(() => undefined)
  useEffect(() => {
    save.current = () => (isWaiting ? form.save() : undefined)
  })
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => void save.current(), isFailed ? again : rest)
    return () => clearTimeout(timer)
  }, [isWaiting, isFailed, value])
  useEffect(() => {
    const now = () => void save.current()
    const stop = onSuspension({ suspend: async () => void (await save.current()) })
    const whenHidden = () => document.visibilityState === 'hidden' && now()
    addEventListener('online', now)
    document.addEventListener('visibilitychange', whenHidden)
    return () => {
      removeEventListener('online', now)
      document.removeEventListener('visibilitychange', whenHidden)
      stop()
      now()
    }
  }, [])
}
