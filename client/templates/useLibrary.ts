import { findQuestions, type FoundQuestion } from '../../server/contract/question.ts'
import { useQuery } from '../lib/query.ts'

/** Questions by their id; empty until they are fetched. */
export type Library = ReadonlyMap<string, FoundQuestion>

/** The questions that templates name, to show them in words; where that fails their ids stand for them. */
export function useLibrary() {
  const { data, failure } = useQuery(findQuestions, { query: {} })
  const library: Library = new Map(data?.questions.map((one) => [one.id, one]))
  return { library, failure: data ? null : failure }
}
