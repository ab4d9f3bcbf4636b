import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { getPrevious } from '../../../server/contract/conversation.ts'
import { inWords } from '../../lib/api.ts'
import { momentInWords } from '../../lib/dates.ts'
import { useQuery } from '../../lib/query.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { SummaryView } from '../sharing/SummaryView.tsx'
import { preparationTexts } from './texts.ts'

/** The summary of the last conversation that was finished; unfolded when asked for. */
export function LastTime({ conversationId }: { conversationId: string }) {
  const { language } = useAppContext()
  const words = useTexts(preparationTexts)
  const { data, failure } = useQuery(getPrevious, { params: { conversationId } })
  const [open, setOpen] = useState(false)
  if (!data) return failure && <Text role="status">{inWords(failure)}</Text>
  const { previous } = data
  if (!previous) return null
  const title = words.lastTime(momentInWords(previous.start, language, undefined))
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        style={{ alignSelf: 'flex-start' }}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Button>
      {open && <SummaryView summary={previous.summary} label={title} />}
    </>
  )
}
