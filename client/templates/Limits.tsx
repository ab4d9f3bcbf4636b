import type { Template } from '../../server/contract/template.ts'
import { SelectField } from '../components/SelectField.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { templateTexts } from './texts.ts'

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_one, at) => String(from + at)).map((one) => [one, one] as const)

/** How many commitments a conversation ends with, and how many questions a step offers (`Template`, contract). */
export function Limits(props: {
  value: Template
  /** As many commitments as it may have. */
  mostCommitments: number
  onChange: (part: Partial<Template>) => void
}) {
  const words = useTexts(templateTexts)
  const { value, mostCommitments, onChange } = props
  return (
    <>
      <SelectField
        label={words.fields.commitmentLimit}
        value={String(value.commitmentLimit)}
        // An earlier choice stays visible, also when it is too many now.
        options={numbers(1, Math.max(mostCommitments, value.commitmentLimit))}
        onChange={(one) => onChange({ commitmentLimit: Number(one) })}
      />
      <SelectField
        label={words.fields.questionLimit}
        value={String(value.questionLimit)}
        options={numbers(3, 5)}
        onChange={(one) => onChange({ questionLimit: Number(one) })}
      />
    </>
  )
}
