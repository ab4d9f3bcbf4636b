import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Heading } from '../../components/basics.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { choosingTexts } from './texts.ts'

const useStyles = makeStyles({
  body: { display: 'grid', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS },
  summary: { cursor: 'pointer' },
  text: { whiteSpace: 'pre-wrap', display: 'block' },
})

/** To read only: what was typed in steps that this template does not have. */
export function OtherNotes({ notes }: { notes: Conversation['otherNotes'] }) {
  const { language } = useAppContext()
  const words = useTexts(choosingTexts)
  const styles = useStyles()
  if (notes.length === 0) return null
  return (
    <details>
      <summary className={styles.summary}>{words.otherNotes}</summary>
      <div className={styles.body}>
        <Text size={200}>{words.otherHint}</Text>
        {notes.map(({ stepId, title, text }) => (
          <div key={stepId}>
            <Heading>{title[language]}</Heading>
            <Text className={styles.text}>{text}</Text>
          </div>
        ))}
      </div>
    </details>
  )
}
