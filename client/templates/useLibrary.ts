import { findQuestions } from '../../server/contract/question.ts'
import { useQuery } from '../lib/query.ts'

/** The questions that templates name, to show them in words; where that fails their ids stand for them. */
export function useLibrary() {
  const { data, failure } = useQuery(findQuestions, { query: {} })
  return { library: data?.questions ?? [], failure: data ? null : failure }
}
