import { useCallback, useRef } from 'react'

/** Runs actions one after the other, so that the answer to each is of a later state than the one before. */
export function useInTurn() {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(<T>(action: () => Promise<T>): Promise<T> => {
    const next = last.current.then(action, action)
    last.current = next
    return next
  }, [])
}
