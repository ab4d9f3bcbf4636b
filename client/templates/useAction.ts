import { useState } from 'react'
import { failureOf, type Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

/** Something that a button does, whether it is under way, and why it was refused. */
export function useAction() {
  const { texts } = useSurroundings()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (action: () => Promise<void>) => {
    setBusy(true)
    setFailure(null)
    try {
      await action()
    } catch (error) {
      setFailure(failureOf(error, texts.unexpected))
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, run }
}
