import { findQuestions, type Theme } from '../../server/contract/question.ts'
import { useQuery } from '../lib/query.ts'
import { useRested } from '../lib/useRested.ts'

/** Asked when typing has rested this long, in milliseconds. */
const rest = 300

export type Wanted = { search: string; theme: Theme | '' }

/** The questions found for these words and this theme. The earlier result stays until there is another. */
export function useSearch({ search, theme }: Wanted) {
  const typed = search.trim()
  const rested = useRested(typed, rest)
  const query = { ...(typed && rested ? { search: rested } : {}), ...(theme ? { theme } : {}) }
  const { data, failure, reload } = useQuery(findQuestions, { query }, { keep: true })
  return { found: data?.questions ?? null, failure, reload }
}
