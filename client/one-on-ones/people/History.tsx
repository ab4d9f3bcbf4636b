import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { getPastConversations, type PastConversation } from '../../../server/contract/one-on-ones.ts'
import type { PairPage as Page } from '../../../server/contract/pair-page.ts'
import { RowItem, Rows, Start } from '../../components/Rows.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { pastDayInWords } from '../../lib/near-days.ts'
import { hrefOf } from '../../lib/route.ts'
import { useAction } from '../../lib/useAction.ts'
import { pairTexts } from './texts.ts'

/** Rows that are shown before more are asked for. */
const shownFirst = 5

const useStyles = makeStyles({
  day: {
    display: 'inline-block',
    // As wide in every row, so that the columns stand under each other.
    width: '72px',
    '@container page (min-width: 480px)': { width: '88px' },
    fontSize: tokens.fontSizeBase200,
    color: 'inherit',
  },
  // In the row's own colour, which the contrast theme turns round under the pointer.
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: 'inherit',
  },
})

/** Those before what the page holds, as far as they were asked for; `after` is the page that they go on from. */
type Older = { after: string; conversations: PastConversation[]; next: string | null }

/** The conversations that the two had, latest first, by what came of them; older ones when asked for. */
export function History({ page }: { page: Page }) {
  const { api } = useAppContext()
  const words = useTexts(pairTexts)
  const { busy, refused, run } = useAction()
  const [isAll, setAll] = useState(false)
  const [kept, setOlder] = useState<Older | null>(null)
  const { pair, conversations, nextPage, now } = page
  // A page that has moved on since leaves a gap between the two.
  const older = kept !== null && kept.after === nextPage ? kept : null
  const all = [...conversations, ...(older?.conversations ?? [])]
  const shown = isAll ? all : all.slice(0, shownFirst)
  const before = older ? older.next : nextPage
  const isMore = shown.length < all.length || before !== null
  const more = async () => {
    if (shown.length < all.length) return setAll(true)
    if (before === null || nextPage === null) return
    const isRead = await run(async () => {
      const request = { params: { pairId: pair.id }, query: { before } }
      const found = await api(getPastConversations, request)
      const earlier = older?.conversations ?? []
      setOlder({ after: nextPage, conversations: [...earlier, ...found.conversations], next: found.next })
    })
    if (isRead) setAll(true)
  }
  return (
    <Surface title={words.conversations}>
      {all.length === 0 && <Text>{words.noConversations}</Text>}
      {shown.length > 0 && (
        <Rows>
          {shown.map((one) => (
            <Past key={one.id} conversation={one} now={now} />
          ))}
        </Rows>
      )}
      {refused && <Text role="alert">{refused}</Text>}
      {isMore && (
        <div>
          <Button disabledFocusable={busy} onClick={() => void more()}>
            {words.earlier}
          </Button>
        </div>
      )}
    </Surface>
  )
}

function Past({ conversation, now }: { conversation: PastConversation; now: string }) {
  const { language } = useAppContext()
  const words = useTexts(pairTexts)
  const styles = useStyles()
  const { id, start, finished, template, agreed } = conversation
  const day = pastDayInWords(start, now, language, undefined)
  const title = template?.[language] ?? words.conversation
  const outcome = agreed?.trim().split('\n')[0] ?? words.nothingAgreed
  const end = finished ? '' : words.unfinished
  return (
    <RowItem
      href={hrefOf({ page: 'conversation', conversationId: id })}
      first={<span className={styles.day}>{day}</span>}
      end={end}
    >
      <Start>{outcome}</Start>
      <span className={styles.quiet}>{title}</span>
    </RowItem>
  )
}
