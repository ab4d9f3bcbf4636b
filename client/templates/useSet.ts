import { getTemplates, type TemplateEntry, type TemplateScope } from '../../server/contract/template.ts'
import { useQuery } from '../lib/query.ts'

export const idOf = ({ draft, template }: TemplateEntry): string => (draft ?? template)?.id ?? ''

/** The templates of a scope, as they are now; what is shown stays when they cannot be read anew. */
export function useSet(scope: TemplateScope) {
  const { data, failure, reload, set } = useQuery(getTemplates, { query: { scope } })
  /** The answer to a write shows at once. */
  const put = (entry: TemplateEntry) =>
    set((now) => {
      if (!now) return now
      const known = now.entries.some((one) => idOf(one) === idOf(entry))
      return {
        ...now,
        entries: known
          ? now.entries.map((one) => (idOf(one) === idOf(entry) ? entry : one))
          : [...now.entries, entry],
      }
    })
  return { set: data, failure, reload, put }
}
