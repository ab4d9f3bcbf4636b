import { useState } from 'react'
import { useAppContext } from '../../lib/app-context.tsx'

/** Whether a nudge was waved away, remembered as long as the tab's session. */
export function useQuiet(key: string): [boolean, () => void] {
  const { kept } = useAppContext()
  const name = `quiet ${key}`
  const [quiet, setQuiet] = useState(() => kept.recall(name) !== null)
  const beQuiet = () => {
    kept.keep(name, '1')
    setQuiet(true)
  }
  return [quiet, beQuiet]
}
