import { useState } from 'react'
import { failureOf, inWords, type Failure } from './api.ts'
import { useAppContext } from './app-context.tsx'

/** Something that a button does, whether it is under way, and why it was refused. */
export function useAction() {
  const { language } = useAppContext()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  /** @returns whether it was done */
  const run = async (action: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    try {
      await action()
      return true
    } catch (error) {
      setFailure(failureOf(error, language))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, refused: failure && inWords(failure), run }
}
