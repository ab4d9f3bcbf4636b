import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { AuditEntry, AuditPage } from '../../../server/contract/audit.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import { sentenceOf } from '../../lib/api.ts'
import { momentInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})

/** Who read or changed what, newest first; earlier ones when asked for. */
export function Trail({ pair }: { pair: Pair }) {
  const { api, texts, language } = useSurroundings()
  const words = myData[language]
  const styles = useStyles()
  const [entries, setEntries] = useState<AuditEntry[]>([])
  const [next, setNext] = useState<string | null>(null)
  const [failed, setFailed] = useState('')
  const read = useCallback(
    (before?: string) =>
      api<AuditPage>(
        'GET',
        `/api/pairs/${pair.id}/audit${before ? `?before=${encodeURIComponent(before)}` : ''}`,
      ).then(
        (page) => {
          setEntries((now) => (before ? [...now, ...page.entries] : page.entries))
          setNext(page.next)
        },
        (error: unknown) => {
          setFailed(sentenceOf(error, texts))
        },
      ),
    [api, pair.id, texts],
  )
  useEffect(() => {
    void read()
  }, [read])
  const name = (who: AuditEntry['who']) =>
    who === 'admin' ? words.admin : who === pair.myRole ? words.you : pair[who].name
  const moment = (instant: string) => momentInWords(instant, language, undefined)
  return (
    <>
      <ul className={styles.list} aria-label={words.trailShort}>
        {entries.map(({ at, who, what, talk }, place) => (
          <li key={`${place} ${at}`}>
            <Text>{words.entry(name(who), words.actions[what])}</Text>
            <Text size={200} className={styles.quiet}>
              {[moment(at), ...(talk ? [words.about(moment(talk))] : [])].join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
      <Text role="status">{failed}</Text>
      {next && (
        <Button style={{ justifySelf: 'start' }} onClick={() => void read(next)}>
          {words.more}
        </Button>
      )}
    </>
  )
}
