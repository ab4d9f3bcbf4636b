import { Text } from '@fluentui/react-components'
import { getShared, type Conversation } from '../../../server/contract/conversation.ts'
import { Waiting } from '../../components/Waiting.tsx'
import { inWords } from '../../lib/api.ts'
import { momentInWords } from '../../lib/dates.ts'
import { useQuery } from '../../lib/query.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { SummaryView } from '../sharing/SummaryView.tsx'
import { sharingTexts } from '../sharing/texts.ts'
import { pastTexts } from './texts.ts'

/** The summary that was shared at the end of a conversation, and where it stands; to read. */
export function Shared({ conversation }: { conversation: Conversation }) {
  const { language } = useAppContext()
  const words = useTexts(sharingTexts)
  const past = useTexts(pastTexts)
  const { id, publication } = conversation
  const { data, failure } = useQuery(getShared, { params: { conversationId: id } })
  const { target, state } = publication ?? {}
  const published = state === 'published' && target
  return (
    <>
      <Text>
        {published
          ? words.published(target.subject, momentInWords(target.start, language, undefined))
          : past.notPublished}
      </Text>
      {!data && !failure && <Waiting words={words.reading} />}
      {!data && failure && <Text role="alert">{inWords(failure)}</Text>}
      {data?.shared && <SummaryView summary={data.shared} label={past.shared} />}
    </>
  )
}
