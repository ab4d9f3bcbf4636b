import { Field, Select } from '@fluentui/react-components'

/** One of a few, with its label; never wider than where it stands, however long a name is. */
export function SelectField<T extends string>(props: {
  label: string
  value: T
  options: (readonly [value: T, name: string])[]
  disabled?: boolean
  onChange: (value: T) => void
}) {
  const { label, value, options, onChange } = props
  return (
    <Field label={label} style={{ minWidth: 0 }}>
      <Select
        value={value}
        disabled={props.disabled ?? false}
        style={{ minWidth: 0 }}
        // As high as letters that somebody made larger.
        select={{ style: { minWidth: 0, height: 'auto', minHeight: '32px' } }}
        onChange={(_e, data) => {
          const [chosen] = options.find(([one]) => one === data.value) ?? []
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
