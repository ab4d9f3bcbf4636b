import { Button } from '@fluentui/react-components'
import { StarFilled, StarRegular } from '@fluentui/react-icons'

/** Something that is a favourite of mine, or not. */
export function Star(props: { on: boolean; name: string; onToggle: () => void }) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={props.on ? <StarFilled /> : <StarRegular />}
      aria-pressed={props.on}
      aria-label={props.name}
      title={props.name}
      onClick={props.onToggle}
    />
  )
}
