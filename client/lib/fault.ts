import { useCallback, useState } from 'react'

/** Hands what nobody expected to the error boundary: it sees only what is thrown while React renders. */
export function useFault(): (error: unknown) => void {
  const [, setFault] = useState(null)
  return useCallback(
    (error: unknown) =>
      setFault(() => {
        throw error
      }),
    [],
  )
}
