import { useEffect, useState } from 'react'
import type { FoundQuestion, FoundQuestions } from '../../server/contract/question.ts'
import { CallFailed } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

/** Questions by their id; empty until they are fetched. */
export type Library = ReadonlyMap<string, FoundQuestion>

/** The questions that templates name, to show them in words. */
export function useLibrary(): Library {
  const { api } = useSurroundings()
  const [library, setLibrary] = useState<Library>(new Map())
  useEffect(() => {
    api<FoundQuestions>('GET', '/api/questions').then(
      ({ questions }) => setLibrary(new Map(questions.map((one) => [one.id, one]))),
      (error: unknown) => {
        if (!(error instanceof CallFailed)) throw error
      },
    )
  }, [api])
  return library
}
