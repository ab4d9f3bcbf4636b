import { Button, Text, tokens } from '@fluentui/react-components'
import { useSurroundings } from '../lib/surroundings.tsx'

export type SaveState = 'saved' | 'unsaved' | 'saving' | { failed: string }

/** The save button of a form, and how its text stands. */
export function Saving(props: {
  state: SaveState
  name: string
  onSave: () => void
  children?: React.ReactNode
}) {
  const { texts } = useSurroundings()
  const { state } = props
  const words = typeof state === 'object' ? state.failed : texts[state]
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS }}>
      <Button appearance="primary" disabledFocusable={state === 'saving'} onClick={props.onSave}>
        {props.name}
      </Button>
      {props.children}
      <Text size={200} role="status">
        {words}
      </Text>
    </div>
  )
}
