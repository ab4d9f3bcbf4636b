import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Question } from '../../../server/contract/question.ts'
import { List, Quiet } from '../../components/basics.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Scale } from '../parts-of-steps.ts'
import { proposalTexts } from './texts.ts'

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}` },
})

/** Questions for a step: to pick from, not to work through. In a conversation a scale can be answered. */
export function Questions(props: {
  questions: Question[]
  heading?: string
  conversation?: Conversation
  /** The actions on one question, and the foot of the list. */
  tools?: (questionId: string) => React.ReactNode
  foot?: React.ReactNode
}) {
  const { questions, heading, conversation, tools, foot } = props
  const { language } = useAppContext()
  const words = useTexts(proposalTexts)
  const styles = useStyles()
  if (questions.length === 0 && !foot) return null
  return (
    <section className={styles.root} aria-labelledby="questions">
      <Text as="h2" size={300} weight="semibold" id="questions" block className={styles.heading}>
        {heading ?? words.title}
      </Text>
      <List>
        {questions.map((question) => (
          <li key={question.id}>
            <Text>{question.text[language]}</Text>
            <Quiet>{question.purpose[language]}</Quiet>
            {question.kind === 'scale' && !conversation && <Quiet>{words.scaleHint}</Quiet>}
            {question.kind === 'scale' && conversation && (
              <Suspense>
                <Scale conversation={conversation} question={question} />
              </Suspense>
            )}
            {tools?.(question.id)}
          </li>
        ))}
      </List>
      {foot}
    </section>
  )
}
