import { useState } from 'react'
import type { SaveState } from '../components/Saving.tsx'
import { failureOf } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

/**
 * Saving a form: its state in words, and whether the other was first. `then` runs after success only, so a
 * draft is let go of when the server has it and not before.
 */
export function useSaving(hasDraft: boolean) {
  const { texts } = useSurroundings()
  const [saving, setSaving] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [conflict, setConflict] = useState(false)
  const save = async (work: () => Promise<unknown>, then: () => void) => {
    setSaving(true)
    setFailed(null)
    try {
      await work()
      setConflict(false)
      then()
    } catch (error) {
      const { slug, title, detail } = failureOf(error, texts.unexpected)
      setConflict(slug === 'changed-meanwhile')
      setFailed(`${title}. ${detail}`)
    } finally {
      setSaving(false)
    }
  }
  const clear = () => {
    setFailed(null)
    setConflict(false)
  }
  const state: SaveState = saving ? 'saving' : failed ? { failed } : hasDraft ? 'unsaved' : 'saved'
  return { save, state, conflict, clear }
}
