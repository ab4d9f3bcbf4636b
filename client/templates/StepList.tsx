import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import type { Aspect, Step } from '../../server/contract/template.ts'
import { Status } from '../components/basics.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { StepItem } from './StepItem.tsx'
import type { StepQuestions } from './StepQuestionsField.tsx'
import { mayMove, moved, withStep } from './steps.ts'
import { templateTexts } from './texts.ts'

/** The steps in their order: up, down, away, and each to be opened. */
export function StepList(props: {
  steps: Step[]
  open: Aspect[]
  all: boolean
  questions: StepQuestions
  onChange: (steps: Step[]) => void
}) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { steps, open, all, questions, onChange } = props
  /** The one that is open: one at a time, so that the list is not lost sight of. */
  const [shown, setShown] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <>
      <Text as="h2" size={300} weight="semibold" ref={heading} tabIndex={-1} className={look.heading}>
        {words.fields.steps}
      </Text>
      <ol className={look.lines}>
        {steps.map((step, at) => (
          <li key={step.id}>
            <StepItem
              step={step}
              at={at}
              may={{ up: mayMove(steps, at, -1), down: mayMove(steps, at, 1) }}
              open={open}
              all={all}
              questions={questions}
              isShown={shown === step.id}
              onShow={() => setShown(shown === step.id ? null : step.id)}
              onChange={(changed) => onChange(steps.map((one) => (one.id === step.id ? changed : one)))}
              onMove={(by) => {
                onChange(moved(steps, at, by))
                setSaid(words.steps.moved(step.title[language], String(at + by + 1)))
              }}
              onRemove={() => {
                // The button goes along; the keyboard goes on at the list.
                heading.current?.focus()
                onChange(steps.filter((one) => one.id !== step.id))
                setSaid(words.steps.removed(step.title[language]))
              }}
            />
          </li>
        ))}
      </ol>
      <Status>{said}</Status>
      {all && (
        <Button
          size="small"
          className={look.start}
          icon={<AddRegular />}
          onClick={() => {
            const more = withStep(steps, {
              nl: templateTexts.nl.steps.added,
              en: templateTexts.en.steps.added,
            })
            onChange(more)
            setShown(more.find(({ id }) => !steps.some((one) => one.id === id))?.id ?? null)
          }}
        >
          {words.steps.add}
        </Button>
      )}
    </>
  )
}
