import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Question } from '../../../server/contract/question.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { Scale } from '../parts-of-steps.ts'

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})

/** Questions for a step: to pick from, not to work through. In a conversation a scale can be answered. */
export function Questions(props: {
  questions: Question[]
  heading?: string
  conversation?: Conversation
  /** What can be done with one of them, and under the list. */
  tools?: (questionId: string) => React.ReactNode
  foot?: React.ReactNode
}) {
  const { questions, heading, conversation, tools, foot } = props
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  if (questions.length === 0 && !foot) return null
  return (
    <section className={styles.root} aria-labelledby="questions">
      <Text as="h2" size={300} weight="semibold" id="questions" block className={styles.heading}>
        {heading ?? texts.questions}
      </Text>
      <ul className={styles.list}>
        {questions.map((question) => (
          <li key={question.id}>
            <Text>{question.text[language]}</Text>
            <Text size={200} className={styles.quiet}>
              {question.purpose[language]}
            </Text>
            {question.kind === 'scale' && !conversation && (
              <Text size={200} className={styles.quiet}>
                {texts.scaleHint}
              </Text>
            )}
            {question.kind === 'scale' && conversation && (
              <Suspense>
                <Scale conversation={conversation} question={question} />
              </Suspense>
            )}
            {tools?.(question.id)}
          </li>
        ))}
      </ul>
      {foot}
    </section>
  )
}
