import { useEffect, useState } from 'react'

/** Half a word is not judged: as long as typing has to rest, in milliseconds. */
export const rest = 800

/** A text as it was when typing last rested; at first as it is. */
export function useRested(text: string, pause = rest): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pause)
    return () => clearTimeout(timer)
  }, [text, pause])
  return rested
}
