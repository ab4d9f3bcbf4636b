import { Field, Textarea, Input } from '@fluentui/react-components'
import { createContext, useContext } from 'react'
import type { Localized } from '../../server/contract/shape.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { templateTexts } from './texts.ts'

/** Are the words of a template written in both languages? Else in that of the one who writes. */
export const InBoth = createContext(false)

/**
 * The same words in the languages in which they are written, the writer's own first. What is written in one language
 * stands in both: nothing is missing for who reads the other.
 */
export function Bilingual(props: {
  label: string
  value: Localized
  /** How many signs, as the contract has it. */
  maxLength: number
  long?: boolean
  onChange: (value: Localized) => void
}) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const inBoth = useContext(InBoth)
  const { label, value, maxLength, long, onChange } = props
  const other = language === 'nl' ? 'en' : 'nl'
  return (inBoth ? ([language, other] as const) : [language]).map((one) => {
    const change = (text: string) => onChange(inBoth ? { ...value, [one]: text } : { nl: text, en: text })
    return (
      <Field
        key={one}
        label={inBoth ? words.inLanguage(label, words.languages[one]) : label}
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
