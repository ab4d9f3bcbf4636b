import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { getPastConversations } from '../../server/contract/one-on-ones.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { List } from '../components/basics.tsx'
import { inWords } from '../lib/api.ts'
import { momentWithYear } from '../lib/dates.ts'
import { otherOf } from '../lib/pair.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { historyTexts } from './history-texts.ts'
import { commonTexts } from '../lib/texts.ts'
import { useAction } from '../lib/useAction.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The conversations that a pair had, latest first, each to be read again; older ones when asked for. */
export function PastConversations({
  pair,
  onOpen,
}: {
  pair: Pair
  onOpen: (conversationId: string) => void
}) {
  const { api, language } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(historyTexts)
  const styles = useStyles()
  const params = { pairId: pair.id }
  const { data: page, failure, reload, set } = useQuery(getPastConversations, { params, query: {} })
  const { refused, run } = useAction()
  const failed = refused || (failure && inWords(failure))
  const more = (before: string) =>
    run(async () => {
      const { conversations, next } = await api(getPastConversations, { params, query: { before } })
      // Asked for twice, they are shown once.
      set((now) =>
        now?.next === before ? { conversations: [...now.conversations, ...conversations], next } : now,
      )
    })
  const next = page?.next
  return (
    <div className={styles.root}>
      {page?.conversations.length === 0 && <Text>{words.none}</Text>}
      {page && page.conversations.length > 0 && (
        <List gap={tokens.spacingVerticalXS} aria-label={words.of(otherOf(pair).name)}>
          {page.conversations.map(({ id, start, finished }) => (
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
        </List>
      )}
      <Text role="status">{failed || (page ? '' : common.loading)}</Text>
      {next && <Button onClick={() => void more(next)}>{words.more}</Button>}
      {failed && !page && <Button onClick={() => void reload()}>{common.retry}</Button>}
    </div>
  )
}
