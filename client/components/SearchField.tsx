import { Input, type InputProps } from '@fluentui/react-components'
import type { Ref } from 'react'
import { takesEscape } from '../lib/escape.ts'

/** Words to search by. Escape takes them away before it closes what the field is in. */
export function SearchField(
  props: Omit<InputProps, 'type' | 'value' | 'onChange'> & {
    ref?: Ref<HTMLInputElement>
    value: string
    onChange: (value: string) => void
  },
) {
  const { value, onChange, ...input } = props
  return (
    <Input
      {...input}
      type="search"
      value={value}
      onChange={(_e, data) => onChange(data.value)}
      onKeyDown={(event) => {
        if (value && takesEscape(event)) onChange('')
      }}
    />
  )
}
