import { Button, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { Row } from './basics.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { conflictTexts } from '../lib/conflict-texts.ts'

/** Changed elsewhere too: theirs is shown beside mine in the form, and one of the two is chosen. */
export function Conflict(props: {
  theirs: { label: string; text: string }[]
  onTheirs: () => void
  /** Keeps mine. A list of named actions where that can mean more than one thing. */
  onMine: (() => void) | { name: string; run: () => void }[]
  /** Where the other version is not another person's. */
  words?: { conflict: string; takeTheirs: string }
}) {
  const common = useTexts(conflictTexts)
  const { words = common, onMine } = props
  const mine = typeof onMine === 'function' ? [{ name: common.keepMine, run: onMine }] : onMine
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <Text block role="alert">
          {words.conflict}
        </Text>
        <dl style={{ margin: `${tokens.spacingVerticalS} 0` }}>
          {props.theirs.map(({ label, text }) => (
            <div key={label}>
              <dt style={{ fontSize: tokens.fontSizeBase200 }}>{label}</dt>
              <dd style={{ margin: `0 0 ${tokens.spacingVerticalXS}`, fontWeight: 600 }}>{text || '—'}</dd>
            </div>
          ))}
        </dl>
        <Row>
          {mine.map(({ name, run }) => (
            <Button key={name} size="small" onClick={run}>
              {name}
            </Button>
          ))}
          <Button size="small" onClick={props.onTheirs}>
            {words.takeTheirs}
          </Button>
        </Row>
      </MessageBarBody>
    </MessageBar>
  )
}
