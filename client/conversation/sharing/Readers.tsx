import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Group } from '../../components/Group.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { sharing } from '../../lib/texts/sharing.ts'
import { MakePrivate } from './MakePrivate.tsx'
import { readersWords } from './readers-words.ts'
import { useAudience } from './useAudience.ts'

const useStyles = makeStyles({
  title: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalS },
  retry: { alignSelf: 'flex-start' },
})

/** Before sharing: who can read that invite, and what its organiser can do about it. Finishing never waits for it. */
export function Readers({ conversation }: { conversation: Conversation }) {
  const { texts, language } = useSurroundings()
  const words = sharing[language].readers
  const styles = useStyles()
  const { found, reread, retry } = useAudience(conversation)
  const { pair, publication } = conversation
  const audience = found.state === 'read' ? found.audience : null
  const said = audience && readersWords(audience, language)

  return (
    <Group name={words.title}>
      <Text as="h2" size={300} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      {found.state === 'reading' && <Waiting words={words.reading} lines={[90, 70]} />}
      {found.state === 'failed' && (
        <>
          <Text role="status">{words.unknown}</Text>
          <Button className={styles.retry} onClick={retry}>
            {texts.retry}
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
        <MakePrivate pairId={pair.id} keepPrivate={audience.keepPrivate} onSaved={reread} />
      )}
    </Group>
  )
}
