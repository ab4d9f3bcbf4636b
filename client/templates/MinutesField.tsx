import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTexts } from '../lib/app-context.tsx'
import { templateTexts } from './texts.ts'

/** Whole minutes; half a number is no number yet, so what is typed stands as it is typed. */
export function MinutesField({ value, onChange }: { value: number; onChange: (value: number) => void }) {
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
