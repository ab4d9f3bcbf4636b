import { findQuestions } from '../../server/contract/question.ts'
import { useQuery } from '../lib/query.ts'

/** The questions that I wrote. */
export function useMyQuestions() {
  const { data, failure, reload } = useQuery(findQuestions, { query: {} })
  return { mine: data?.questions.filter((one) => one.ownId) ?? null, failure, reload }
}
export type MyQuestions = ReturnType<typeof useMyQuestions>
