import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { choosing } from '../../lib/texts/choosing.ts'

const useStyles = makeStyles({
  body: { display: 'grid', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS },
  summary: { cursor: 'pointer' },
  heading: { margin: 0 },
  text: { whiteSpace: 'pre-wrap', display: 'block' },
})

/** To read only: what was typed in steps that this template does not have. */
export function OtherNotes({ notes }: { notes: Conversation['otherNotes'] }) {
  const { language } = useSurroundings()
  const words = choosing[language]
  const styles = useStyles()
  if (notes.length === 0) return null
  return (
    <details>
      <summary className={styles.summary}>{words.otherNotes}</summary>
      <div className={styles.body}>
        <Text size={200}>{words.otherHint}</Text>
        {notes.map(({ stepId, title, text }) => (
          <div key={stepId}>
            <Text as="h2" size={300} weight="semibold" className={styles.heading}>
              {title[language]}
            </Text>
            <Text className={styles.text}>{text}</Text>
          </div>
        ))}
      </div>
    </details>
  )
}
