import type { Template } from '../../server/contract/template.ts'
import { SelectField } from '../components/SelectField.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { templates } from '../lib/texts/templates.ts'

const numbers = (...all: number[]) => all.map((one) => [String(one), String(one)] as const)

/** How many commitments a talk ends with, and how many questions a step offers (`Template`, contract). */
export function Limits(props: { value: Template; onChange: (part: Partial<Template>) => void }) {
  const { language } = useSurroundings()
  const words = templates[language]
  const { value, onChange } = props
  return (
    <>
      <SelectField
        label={words.fields['commitmentLimit'] ?? ''}
        value={String(value.commitmentLimit)}
        options={numbers(1, 2, 3, 4, 5)}
        onChange={(one) => onChange({ commitmentLimit: Number(one) })}
      />
      <SelectField
        label={words.fields['questionLimit'] ?? ''}
        value={String(value.questionLimit)}
        options={numbers(3, 4, 5)}
        onChange={(one) => onChange({ questionLimit: Number(one) })}
      />
    </>
  )
}
