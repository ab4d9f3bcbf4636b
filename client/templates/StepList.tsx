import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import type { Question } from '../../server/contract/question.ts'
import type { Aspect, Step } from '../../server/contract/template.ts'
import { inWords } from '../lib/api.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { StepItem } from './StepItem.tsx'
import { mayMove, moved, withStep } from './steps.ts'
import { useLibrary } from './useLibrary.ts'
import { templateTexts } from './texts.ts'

/** The steps in their order: up, down, away, and each to be opened. */
export function StepList(props: {
  steps: Step[]
  open: Aspect[]
  all: boolean
  /** Questions of the team that the template holds. */
  held: Question[]
  onChange: (steps: Step[]) => void
}) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { library, failure } = useLibrary()
  const { steps, open, all, held, onChange } = props
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <>
      <Text as="h4" size={300} weight="semibold" ref={heading} tabIndex={-1} className={look.heading}>
        {words.fields.steps}
      </Text>
      {failure && <Text role="alert">{inWords(failure)}</Text>}
      <ol className={look.list}>
        {steps.map((step, at) => (
          <li key={step.id}>
            <StepItem
              step={step}
              at={at}
              may={{ up: mayMove(steps, at, -1), down: mayMove(steps, at, 1) }}
              open={open}
              all={all}
              library={library}
              held={held}
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
      <Text role="status" size={200}>
        {said}
      </Text>
      {all && (
        <Button
          size="small"
          className={look.start}
          icon={<AddRegular />}
          onClick={() =>
            onChange(withStep(steps, { nl: templateTexts.nl.steps.added, en: templateTexts.en.steps.added }))
          }
        >
          {words.steps.add}
        </Button>
      )}
    </>
  )
}
