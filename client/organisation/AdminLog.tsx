import { Button, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { getAdminAudit, type AdminChange } from '../../server/contract/audit.ts'
import type { TenantSettings } from '../../server/contract/tenant-settings.ts'
import { List, Quiet } from '../components/basics.tsx'
import { Surface } from '../components/Surface.tsx'
import { inWords } from '../lib/api.ts'
import { momentWithYear } from '../lib/dates.ts'
import { useQuery } from '../lib/query.ts'
import { useAction } from '../lib/useAction.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { adminLogTexts } from './texts.ts'

/** As many as are shown at first: what was changed of late. */
const few = 5

/** The audit log of the organisation's admins, newest first; a button shows earlier entries. */
export function AdminLog({ settings }: { settings: TenantSettings }) {
  const { api, language } = useAppContext()
  const words = useTexts(adminLogTexts)
  // The list includes the change that was just made.
  const { data, failure, set } = useQuery(getAdminAudit, { query: {} }, { again: settings })
  const { refused, run } = useAction()
  const [isFew, setIsFew] = useState(true)
  const before = data?.next ?? null
  const hasMore = before !== null || (isFew && (data?.entries.length ?? 0) > few)
  const more = () =>
    run(async () => {
      setIsFew(false)
      if (isFew || before === null) return
      const page = await api(getAdminAudit, { query: { before } })
      // Asked for twice, they are shown once.
      set((now) =>
        now?.next === before ? { entries: [...now.entries, ...page.entries], next: page.next } : now,
      )
    })
  const value = (one: AdminChange['from']) => {
    if (one === null || one === '') return words.nothing
    if (typeof one === 'boolean') return one ? words.on : words.off
    return words.values[one] ?? String(one)
  }
  const changed = ({ what, from, to }: AdminChange) =>
    words.change(words.parts[what] ?? what, value(from), value(to))
  return (
    <Surface title={words.title}>
      {data?.entries.length === 0 && <Text>{words.none}</Text>}
      <List gap={tokens.spacingVerticalXS} aria-label={words.list}>
        {data?.entries.slice(0, isFew ? few : undefined).map(({ at, by, did, changes }, place) => (
          <li key={`${place} ${at}`}>
            <Text>
              <bdi>{by?.name ?? words.somebody}</bdi> {words.actions[did]}
            </Text>
            <Quiet>{[momentWithYear(at, language, undefined), ...changes.map(changed)].join(' · ')}</Quiet>
          </li>
        ))}
      </List>
      <Text role="status">{refused || (failure && inWords(failure))}</Text>
      {hasMore && (
        <Button style={{ justifySelf: 'start' }} onClick={() => void more()}>
          {words.more}
        </Button>
      )}
    </Surface>
  )
}
