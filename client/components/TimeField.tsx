import { SelectField } from './SelectField.tsx'

const halfHours = Array.from(
  { length: 48 },
  (_none, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`,
)

/** A time of day by the half hour. It is written as both languages write it; the browser's would follow the browser. */
export function TimeField(props: {
  label: string
  /** HH:MM, perhaps between two half hours when it came from elsewhere. */
  value: string
  onChange: (time: string) => void
}) {
  const times = [...new Set([...halfHours, props.value])].sort()
  return <SelectField {...props} options={times.map((time) => [time, time] as const)} />
}
