import { Button, Text, tokens } from '@fluentui/react-components'
import { getAudit, type AuditEntry } from '../../../server/contract/audit.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import { List, Quiet } from '../../components/basics.tsx'
import { inWords } from '../../lib/api.ts'
import { momentInWords } from '../../lib/dates.ts'
import { useQuery } from '../../lib/query.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { myDataTexts } from './texts.ts'
import { useAction } from '../../lib/useAction.ts'

/** The audit log of a pair, newest first; earlier entries when asked for. */
export function AuditLog({ pair }: { pair: Pair }) {
  const { api, language } = useAppContext()
  const words = useTexts(myDataTexts)
  const params = { pairId: pair.id }
  const { data, failure, set } = useQuery(getAudit, { params, query: {} })
  const { entries, next } = data ?? { entries: [], next: null }
  const { refused, run } = useAction()
  const more = (before: string) =>
    run(async () => {
      const page = await api(getAudit, { params, query: { before } })
      // Asked for twice, they are shown once.
      set((now) =>
        now?.next === before ? { entries: [...now.entries, ...page.entries], next: page.next } : now,
      )
    })
  const name = (who: AuditEntry['who']) =>
    who === 'admin' ? words.admin : who === pair.myRole ? words.you : pair[who].name
  const moment = (instant: string) => momentInWords(instant, language, undefined)
  return (
    <>
      <List gap={tokens.spacingVerticalXS} aria-label={words.auditLogShort}>
        {entries.map(({ at, who, what, conversation }, place) => (
          <li key={`${place} ${at}`}>
            <Text>{words.entry(name(who), words.actions[what])}</Text>
            <Quiet>
              {[moment(at), ...(conversation ? [words.about(moment(conversation))] : [])].join(' · ')}
            </Quiet>
          </li>
        ))}
      </List>
      <Text role="status">{refused || (failure && inWords(failure))}</Text>
      {next && (
        <Button style={{ justifySelf: 'start' }} onClick={() => void more(next)}>
          {words.more}
        </Button>
      )}
    </>
  )
}
