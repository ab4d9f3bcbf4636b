import type { Template } from '../../server/contract/template.ts'
import { SelectField } from '../components/SelectField.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { templates } from '../lib/texts/templates.ts'

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_one, at) => String(from + at)).map((one) => [one, one] as const)

/** How many commitments a talk ends with, and how many questions a step offers (`Template`, contract). */
export function Limits(props: {
  value: Template
  /** As many commitments as it may have. */
  mostCommitments: number
  onChange: (part: Partial<Template>) => void
}) {
  const { language } = useSurroundings()
  const words = templates[language]
  const { value, mostCommitments, onChange } = props
  return (
    <>
      <SelectField
        label={words.fields.commitmentLimit}
        value={String(value.commitmentLimit)}
        // What was chosen before stays to be seen, also when it is too many now.
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
