import { Button, Text, tokens } from '@fluentui/react-components'
import { useSurroundings } from '../lib/surroundings.tsx'

export type SaveState = 'untouched' | 'saved' | 'unsaved' | 'saving' | { failed: string }

/** How a form stands, said aloud when it changes. */
export function SaveStatus({ state }: { state: SaveState }) {
  const { texts } = useSurroundings()
  const failed = typeof state === 'object'
  const words = failed ? state.failed : state === 'untouched' ? '' : texts[state]
  const color = failed ? tokens.colorStatusDangerForeground1 : tokens.colorNeutralForeground2
  return (
    <Text size={200} role="status" style={{ color }}>
      {words}
    </Text>
  )
}

/** The save button of a form, what else can be done with it, and how it stands. */
export function Saving(props: {
  state: SaveState
  name: string
  /** What is saved, where a screen has more of these. */
  about?: string
  onSave: () => void
  children?: React.ReactNode
}) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS }}>
        <Button
          appearance="primary"
          disabledFocusable={props.state === 'saving'}
          {...(props.about ? { 'aria-label': `${props.name}: ${props.about}` } : {})}
          onClick={props.onSave}
        >
          {props.name}
        </Button>
        {props.children}
      </div>
      <SaveStatus state={props.state} />
    </div>
  )
}
