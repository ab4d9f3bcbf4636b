import { Button, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Previous } from '../../../server/contract/conversation.ts'
import { type Failure, failureOf, inWords } from '../../lib/api.ts'
import { momentInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { SummaryView } from '../sharing/SummaryView.tsx'

/** The summary of the last talk that was finished; unfolded when asked for. */
export function LastTime({ conversationId }: { conversationId: string }) {
  const { api, texts, language } = useSurroundings()
  const [found, setFound] = useState<Previous | Failure | null>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    api<Previous>('GET', `/api/conversations/${conversationId}/previous`).then(setFound, (error: unknown) =>
      setFound(failureOf(error, texts.unexpected)),
    )
  }, [api, conversationId, texts])
  if (!found) return null
  if ('slug' in found) return <Text role="status">{inWords(found)}</Text>
  const { previous } = found
  if (!previous) return <Text>{texts.preparation.firstTalk}</Text>
  const title = texts.preparation.lastTime(momentInWords(previous.start, language, undefined))
  return (
    <>
      <Button style={{ alignSelf: 'flex-start' }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {title}
      </Button>
      {open && <SummaryView summary={previous.summary} label={title} />}
    </>
  )
}
