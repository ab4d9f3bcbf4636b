import { Button, Text, tokens } from '@fluentui/react-components'
import { Suspense, useRef, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { Waiting } from '../../components/Waiting.tsx'
import { sentenceOf } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { questions } from '../../lib/texts/questions.ts'
import type { Proposal } from './useProposals.ts'

/** Finding another question than those that are proposed, and taking it into this step. */
export function OtherQuestions(props: {
  step: Step
  conversation: Conversation
  taken: Proposal[]
  onTaken: () => void
}) {
  const { api, language, texts, FindQuestions } = useSurroundings()
  const words = questions[language]
  const { step, conversation, taken, onTaken } = props
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const take = async (questionId: string) => {
    setRefused(null)
    try {
      await api('POST', `/api/conversations/${conversation.id}/asked`, { questionId, step: step.id })
      onTaken()
    } catch (error) {
      setRefused(sentenceOf(error, texts))
    }
  }
  return (
    <>
      <Button
        ref={button}
        size="small"
        appearance="subtle"
        aria-expanded={open}
        style={{ marginTop: tokens.spacingVerticalS }}
        onClick={() => setOpen(!open)}
      >
        {words.others}
      </Button>
      {refused && (
        <Text role="alert" block style={{ color: tokens.colorStatusDangerForeground1 }}>
          {refused}
        </Text>
      )}
      {open && (
        <Suspense fallback={<Waiting words={words.searching} lines={[80, 65]} />}>
          <FindQuestions
            phase={step.phase ?? (step.kind === 'notes' ? 'focus' : step.kind)}
            own={conversation.pair.myRole}
            take={words.pick}
            taken={taken.filter((one) => one.asked).map((one) => one.id)}
            onTake={(question) => void take(question.id)}
            onClose={() => {
              setOpen(false)
              button.current?.focus()
            }}
            onChanged={onTaken}
          />
        </Suspense>
      )}
    </>
  )
}
