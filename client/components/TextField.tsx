import { Field, Textarea } from '@fluentui/react-components'

/** A text of more than a line, with its label. */
export function TextField(props: {
  label: string
  value: string
  maxLength: number
  hint?: string
  rows?: number
  placeholder?: string
  required?: boolean
  readOnly?: boolean
  autoFocus?: boolean
  /** Why it cannot be saved like this. */
  refusal?: string | null
  onChange: (value: string) => void
}) {
  const { label, hint, required = false, refusal, onChange, ...text } = props
  return (
    <Field
      label={label}
      required={required}
      {...(hint ? { hint } : {})}
      {...(refusal ? { validationMessage: refusal } : {})}
    >
      <Textarea resize="vertical" {...text} onChange={(_e, { value }) => onChange(value)} />
    </Field>
  )
}
