import { Button, Text } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { Suspense, useRef, useState } from 'react'
import type { Question } from '../../server/contract/question.ts'
import type { Step } from '../../server/contract/template.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { templates } from '../lib/texts/templates.ts'
import { useLook } from './look.ts'
import type { Library } from './useLibrary.ts'

/** As many as a step can name (`Step`, contract). */
const most = 5

/** The questions of a step, picked from the library and, for a team, from its coach's own. */
export function StepQuestionsField(props: {
  step: Step
  library: Library
  /** Of a coach's own template: it may hold what they wrote for their team. */
  isTeams: boolean
  /** Questions of the team that it holds, as they read in it. */
  held: Question[]
  onChange: (questions: string[]) => void
}) {
  const { language, FindQuestions } = useSurroundings()
  const words = templates[language]
  const look = useLook()
  const { step, library, isTeams, held, onChange } = props
  const { questions } = step
  const [finding, setFinding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const textOf = (id: string) => (library.get(id) ?? held.find((one) => one.id === id))?.text[language] ?? id
  const isToChoose = step.kind === 'notes' || step.kind === 'preparation'
  return (
    <div role="group" aria-label={words.fields.questions} className={look.section}>
      <Text weight="semibold">{words.fields.questions}</Text>
      <ul className={look.list}>
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
      </ul>
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
            take={words.steps.take}
            taken={questions}
            onTake={({ id }) => {
              if (questions.length < most) onChange([...questions, id])
            }}
            onClose={() => {
              setFinding(false)
              add.current?.focus()
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
