import { Button, Text } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { Suspense, useRef, useState } from 'react'
import type { Step } from '../../server/contract/template.ts'
import { List } from '../components/basics.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { templateTexts } from './texts.ts'

/** The questions that the steps of a template name, in words. */
export type StepQuestions = {
  textOf: (id: string) => string
  /** A coach's own template: it may hold questions that they wrote for their team. */
  isTeams: boolean
}

/** As many as a step can name (`Step`, contract). */
const most = 5

/** The questions of a step, picked from the library and, for a team, from its coach's own. */
export function StepQuestionsField(props: {
  step: Step
  known: StepQuestions
  onChange: (questions: string[]) => void
}) {
  const { FindQuestions } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { step, known, onChange } = props
  const { textOf, isTeams } = known
  const { questions } = step
  const [finding, setFinding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const isToChoose = step.kind === 'notes' || step.kind === 'preparation'
  return (
    <div role="group" aria-label={words.fields.questions} className={look.section}>
      <Text weight="semibold">{words.fields.questions}</Text>
      <List>
        {questions.map((id) => (
          <li key={id} className={look.row} style={{ flexWrap: 'nowrap' }}>
            <Text style={{ flex: 1 }}>{textOf(id)}</Text>
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={`${words.steps.remove}: ${textOf(id)}`}
              onClick={() => {
                add.current?.focus()
                onChange(questions.filter((one) => one !== id))
              }}
            />
          </li>
        ))}
      </List>
      <Text size={200}>{isToChoose ? words.steps.few : words.steps.atMost}</Text>
      <Button
        ref={add}
        size="small"
        className={look.start}
        icon={<AddRegular />}
        disabledFocusable={questions.length >= most}
        aria-expanded={finding}
        onClick={() => setFinding(!finding)}
      >
        {words.steps.addQuestion}
      </Button>
      {finding && (
        <Suspense fallback={null}>
          <FindQuestions
            phase={step.phase ?? (step.kind === 'notes' ? 'focus' : step.kind)}
            own={null}
            isTeams={isTeams}
            several={{
              take: words.steps.take,
              taken: questions,
              onClose: () => {
                setFinding(false)
                add.current?.focus()
              },
            }}
            onTake={(id) => {
              if (questions.length < most) onChange([...questions, id])
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
