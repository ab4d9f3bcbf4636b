import { Field, Textarea, Input } from '@fluentui/react-components'
import type { Localized } from '../../server/contract/shape.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { templates } from '../lib/texts/templates.ts'

/** The same words in both languages, one under the other. */
export function Bilingual(props: {
  label: string
  value: Localized
  /** How many signs, as the contract has it. */
  maxLength: number
  long?: boolean
  onChange: (value: Localized) => void
}) {
  const { language } = useSurroundings()
  const words = templates[language]
  const { label, value, maxLength, long, onChange } = props
  return (['nl', 'en'] as const).map((one) => {
    const change = (text: string) => onChange({ ...value, [one]: text })
    return (
      <Field key={one} label={words.inLanguage(label, words.languages[one])} style={{ minWidth: 0 }}>
        {long ? (
          <Textarea
            lang={one}
            resize="vertical"
            maxLength={maxLength}
            value={value[one]}
            onChange={(_e, data) => change(data.value)}
          />
        ) : (
          <Input
            lang={one}
            maxLength={maxLength}
            style={{ minWidth: 0 }}
            input={{ style: { minWidth: 0 } }}
            value={value[one]}
            onChange={(_e, data) => change(data.value)}
          />
        )}
      </Field>
    )
  })
}
