import { useEffect, useState } from 'react'

/**
 * What is typed in a form and not yet saved. It outlives a reload and a failed call; null when there is
 * nothing unsaved.
 */
export function useDraft<T>(key: string): [T | null, (draft: T | null) => void] {
  const [draft, setDraft] = useState<T | null>(() => {
    const kept = sessionStorage.getItem(key)
    return kept ? (JSON.parse(kept) as T) : null
  })
  useEffect(() => {
    if (draft === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(draft))
  }, [key, draft])
  return [draft, setDraft]
}
