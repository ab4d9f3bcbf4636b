import { Checkbox, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { textLimits } from '../../server/contract/limits.ts'
import { phases } from '../../server/contract/phase.ts'
import type { Aspect, Step } from '../../server/contract/template.ts'
import { SelectField } from '../components/SelectField.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { Bilingual } from './Bilingual.tsx'
import { StepQuestionsField, type StepQuestions } from './StepQuestionsField.tsx'
import { templateTexts } from './texts.ts'

/** The content of a step, as far as it is open. @param props.all may everything be otherwise? */
export function StepFields(props: {
  step: Step
  open: Aspect[]
  all: boolean
  questions: StepQuestions
  onChange: (step: Step) => void
}) {
  const words = useTexts(templateTexts)
  const { step, open, all, questions, onChange } = props
  const put = (part: Partial<Step>) => onChange({ ...step, ...part })
  return (
    <>
      {open.includes('wording') && (
        <>
          <Bilingual
            label={words.fields.title}
            maxLength={textLimits.title}
            value={step.title}
            onChange={(title) => put({ title })}
          />
          <Bilingual
            long
            label={words.fields.hint}
            maxLength={textLimits.hint}
            value={step.hint}
            onChange={(hint) => put({ hint })}
          />
        </>
      )}
      {open.includes('limits') && (
        <MinutesField value={step.minutes} onChange={(minutes) => put({ minutes })} />
      )}
      {all && step.kind === 'notes' && (
        <>
          <SelectField
            label={words.fields.phase}
            value={step.phase ?? 'focus'}
            options={phases.map((one) => [one, words.phases[one]] as const)}
            onChange={(phase) => put({ phase })}
          />
          <Checkbox
            label={words.fields.topics}
            checked={step.topics ?? false}
            onChange={(_e, { checked }) => put({ topics: checked === true })}
          />
          <Checkbox
            label={words.fields.inSummary}
            checked={step.inSummary}
            onChange={(_e, { checked }) => put({ inSummary: checked === true })}
          />
        </>
      )}
      {open.includes('questions') && (
        <StepQuestionsField step={step} known={questions} onChange={(chosen) => put({ questions: chosen })} />
      )}
    </>
  )
}

/** Whole minutes; half a number is no number yet, so what is typed stands as it is typed. */
function MinutesField({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const words = useTexts(templateTexts)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Field label={words.fields.minutes}>
      <Input
        type="number"
        min={1}
        max={60}
        style={{ maxWidth: '96px' }}
        value={typed ?? String(value)}
        onChange={(_e, data) => {
          setTyped(data.value)
          if (/^\d+$/.test(data.value)) onChange(Number(data.value))
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  )
}
