import { useCallback, useEffect, useState } from 'react'
import type { TemplateEntry, TemplateScope, TemplateSet } from '../../server/contract/template.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

export const idOf = ({ draft, template }: TemplateEntry): string => (draft ?? template)?.id ?? ''

/** The templates of a scope, as they are now; what is shown stays when they cannot be read anew. */
export function useSet(scope: TemplateScope) {
  const { api, texts } = useSurroundings()
  const [set, setSet] = useState<TemplateSet | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const reload = useCallback(
    () =>
      api<TemplateSet>('GET', `/api/templates?scope=${scope}`).then(
        (found) => {
          setSet(found)
          setFailure(null)
        },
        (error: unknown) => setFailure(failureOf(error, texts.unexpected)),
      ),
    [api, scope, texts],
  )
  useEffect(() => {
    void reload()
  }, [reload])
  /** What a write answered stands at once. */
  const put = (entry: TemplateEntry) =>
    setSet((now) => {
      if (!now) return now
      const known = now.entries.some((one) => idOf(one) === idOf(entry))
      return {
        ...now,
        entries: known
          ? now.entries.map((one) => (idOf(one) === idOf(entry) ? entry : one))
          : [...now.entries, entry],
      }
    })
  return { set, failure, reload, put }
}
