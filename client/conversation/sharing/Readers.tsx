import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Waiting } from '../../components/Waiting.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { MakePrivate } from './MakePrivate.tsx'
import { readersWords } from './readers-words.ts'
import type { useAudience } from './useAudience.ts'
import { sharingTexts } from './texts.ts'
import { commonTexts } from '../../lib/texts.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalS },
  retry: { alignSelf: 'flex-start' },
})

type Props = { conversation: Conversation } & ReturnType<typeof useAudience>

/** Before sharing: who can read that invite, and what its organiser can do about it. Finishing never waits for it. */
export function Readers({ conversation, audience, failure, reload, retry }: Props) {
  const { language } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(sharingTexts).readers
  const styles = useStyles()
  const { pair, publication } = conversation
  const said = audience && readersWords(audience, language)

  return (
    <>
      {!audience && !failure && <Waiting words={words.reading} lines={[90, 70]} />}
      {!audience && failure && (
        <>
          <Text role="status">{words.unknown}</Text>
          <Button className={styles.retry} onClick={retry}>
            {common.retry}
          </Button>
        </>
      )}
      {said && publication?.state !== 'published' && <Text>{said.into}</Text>}
      {said?.waits && <Text>{said.waits}</Text>}
      {said && (
        <ul className={styles.list} aria-live="polite">
          {said.readers.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {audience?.next?.iOrganise && (
        <MakePrivate pairId={pair.id} keepPrivate={audience.keepPrivate} onSaved={() => void reload()} />
      )}
    </>
  )
}
