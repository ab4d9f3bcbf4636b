import { useCallback, useEffect, useState } from 'react'
import type { FoundQuestion, FoundQuestions, Theme } from '../../server/contract/question.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

/** Asked when typing has rested this long, in milliseconds. */
const rest = 300

export type Wanted = { search: string; theme: Theme | '' }

/** What is found for these words and this theme; what was found stays until something else is. */
export function useSearch({ search, theme }: Wanted) {
  const { api, texts } = useSurroundings()
  const [found, setFound] = useState<FoundQuestion[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let left = false
    const query = new URLSearchParams({
      ...(search.trim() ? { search: search.trim() } : {}),
      ...(theme ? { theme } : {}),
    })
    const timer = setTimeout(
      () =>
        void api<FoundQuestions>('GET', `/api/questions?${query}`).then(
          ({ questions }) => {
            if (left) return
            setFound(questions)
            setFailure(null)
          },
          (error: unknown) => {
            if (!left) setFailure(failureOf(error, texts.unexpected))
          },
        ),
      search ? rest : 0,
    )
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [api, search, theme, round, texts])
  return { found, failure, reload: useCallback(() => setRound((now) => now + 1), []) }
}
