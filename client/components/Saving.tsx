import { Button, Text, tokens } from '@fluentui/react-components'
import { Row } from './basics.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { commonTexts } from '../lib/texts.ts'

export type SaveState = 'untouched' | 'saved' | 'unsaved' | 'saving' | { failed: string }

/** How a form stands, said aloud when it changes. */
export function SaveStatus({ state }: { state: SaveState }) {
  const common = useTexts(commonTexts)
  const failed = typeof state === 'object'
  const words = failed ? state.failed : state === 'untouched' ? '' : common[state]
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
  onSave: () => void
  children?: React.ReactNode
}) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS }}>
      <Row>
        <Button appearance="primary" disabledFocusable={props.state === 'saving'} onClick={props.onSave}>
          {props.name}
        </Button>
        {props.children}
      </Row>
      <SaveStatus state={props.state} />
    </div>
  )
}
