import { useState } from 'react'
import { getTemplates, type TemplateEntry, type TemplateScope } from '../../server/contract/template.ts'
import { useQuery } from '../lib/query.ts'

export const idOf = ({ draft, template }: TemplateEntry): string => (draft ?? template)?.id ?? ''

/** Is there something of the scope's own in an entry: a draft, or a version that it published? */
export const isOwn = (entry: TemplateEntry, scope: TemplateScope): boolean =>
  entry.draft !== null || (entry.template !== null && (entry.from === scope || entry.setAside))

/** The templates of a scope, as they are now; what is shown stays when they cannot be read anew. */
export function useTemplates(scope: TemplateScope, isAsked: boolean) {
  const { data, failure, reload, set } = useQuery(getTemplates, isAsked ? { query: { scope } } : null)
  /** The outcome of the last thing that was done, and of which template; null: of one that is gone. */
  const [said, setSaid] = useState<{ of: string | null; words: string }>({ of: null, words: '' })
  const say = (of: string | null, words: string) => setSaid({ of, words })
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
  return { scope, set: data, failure, reload, put, change: set, said, say }
}
export type Templates = ReturnType<typeof useTemplates>
