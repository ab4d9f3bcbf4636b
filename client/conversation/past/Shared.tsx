import { Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Conversation, Shared as SharedAnswer } from '../../../server/contract/conversation.ts'
import { Waiting } from '../../components/Waiting.tsx'
import { type Failure, failureOf, inWords } from '../../lib/api.ts'
import { momentInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { privacy } from '../../lib/texts/privacy.ts'
import { SummaryView } from '../sharing/SummaryView.tsx'

/** What was shared at the end of a talk, and where it stands; to read. */
export function Shared({ conversation }: { conversation: Conversation }) {
  const { api, texts, language } = useSurroundings()
  const { id, publication } = conversation
  const [found, setFound] = useState<SharedAnswer | Failure | null>(null)
  useEffect(() => {
    api<SharedAnswer>('GET', `/api/conversations/${id}/shared`).then(setFound, (error: unknown) =>
      setFound(failureOf(error, texts.unexpected)),
    )
  }, [api, id, texts])
  const { target, state } = publication ?? {}
  const published = state === 'published' && target
  return (
    <>
      <Text>
        {published
          ? texts.finish.published(target.subject, momentInWords(target.start, language, undefined))
          : privacy[language].notPublished}
      </Text>
      {!found && <Waiting words={texts.finish.reading} />}
      {found && 'slug' in found && <Text role="alert">{inWords(found)}</Text>}
      {found && 'shared' in found && found.shared && (
        <SummaryView summary={found.shared} label={privacy[language].shared} />
      )}
    </>
  )
}
