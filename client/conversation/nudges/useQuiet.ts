import { useState } from 'react'
import { keep, recall } from '../../lib/kept.ts'

/** Whether a nudge was waved away, remembered as long as the tab's session. */
export function useQuiet(key: string): [boolean, () => void] {
  const name = `quiet ${key}`
  const [quiet, setQuiet] = useState(() => recall(name) !== null)
  const beQuiet = () => {
    keep(name, '1')
    setQuiet(true)
  }
  return [quiet, beQuiet]
}
