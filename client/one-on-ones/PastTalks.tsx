import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { PastTalks as Page } from '../../server/contract/one-on-ones.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { sentenceOf } from '../lib/api.ts'
import { momentWithYear } from '../lib/dates.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { pastTalks } from '../lib/texts/past-talks.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The talks that a pair had, latest first, each to be read again; older ones when asked for. */
export function PastTalks({ pair, onOpen }: { pair: Pair; onOpen: (conversationId: string) => void }) {
  const { api, texts, language } = useSurroundings()
  const words = pastTalks[language]
  const styles = useStyles()
  const [page, setPage] = useState<Page | null>(null)
  const [failed, setFailed] = useState('')
  const read = useCallback(
    async (before?: string) => {
      const query = before ? `?before=${encodeURIComponent(before)}` : ''
      try {
        const { talks, next } = await api<Page>('GET', `/api/pairs/${pair.id}/talks${query}`)
        setPage((now) => ({ talks: [...(before && now ? now.talks : []), ...talks], next }))
        setFailed('')
      } catch (error) {
        setFailed(sentenceOf(error, texts))
      }
    },
    [api, pair.id, texts],
  )
  useEffect(() => {
    void Promise.resolve().then(() => read())
  }, [read])
  const next = page?.next
  return (
    <div className={styles.root}>
      {page?.talks.length === 0 && <Text>{words.none}</Text>}
      {page && page.talks.length > 0 && (
        <ul className={styles.list} aria-label={words.of(otherOf(pair).name)}>
          {page.talks.map(({ id, start, finished }) => (
            <li key={id}>
              <Button appearance="subtle" onClick={() => onOpen(id)}>
                {momentWithYear(start, language, undefined)}
              </Button>
              {!finished && (
                <Text size={200} className={styles.quiet}>
                  {words.unfinished}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      <Text role="status">{failed || (page ? '' : texts.loading)}</Text>
      {next && <Button onClick={() => void read(next)}>{words.more}</Button>}
      {failed && !page && <Button onClick={() => void read()}>{texts.retry}</Button>}
    </div>
  )
}
