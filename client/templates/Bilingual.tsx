import { Field, Textarea, Input } from '@fluentui/react-components'
import type { Localized } from '../../server/contract/shape.ts'
import { useTexts } from '../lib/app-context.tsx'
import { useOneLanguage } from './one-language.tsx'
import { templateTexts } from './texts.ts'

/**
 * The same words in both languages, one under the other. Where everybody reads one language it is asked for in that,
 * and stands in both: nothing is missing when that changes.
 */
export function Bilingual(props: {
  label: string
  value: Localized
  /** How many signs, as the contract has it. */
  maxLength: number
  long?: boolean
  onChange: (value: Localized) => void
}) {
  const words = useTexts(templateTexts)
  const only = useOneLanguage()
  const { label, value, maxLength, long, onChange } = props
  return (only ? [only] : (['nl', 'en'] as const)).map((one) => {
    const change = (text: string) => onChange(only ? { nl: text, en: text } : { ...value, [one]: text })
    return (
      <Field
        key={one}
        label={only ? label : words.inLanguage(label, words.languages[one])}
        style={{ minWidth: 0 }}
      >
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
