import { Button, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { useSurroundings } from '../lib/surroundings.tsx'

/** Changed elsewhere too: theirs is shown beside mine in the form, and one of the two is chosen. */
export function Conflict(props: {
  theirs: { label: string; text: string }[]
  onTheirs: () => void
  /** What keeping mine does; each by its name where it can mean more than one thing. */
  onMine: (() => void) | { name: string; run: () => void }[]
  /** Where the other version is not another person's. */
  words?: { conflict: string; takeTheirs: string }
}) {
  const { texts } = useSurroundings()
  const { words = texts, onMine } = props
  const mine = typeof onMine === 'function' ? [{ name: texts.keepMine, run: onMine }] : onMine
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
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS }}>
          {mine.map(({ name, run }) => (
            <Button key={name} size="small" onClick={run}>
              {name}
            </Button>
          ))}
          <Button size="small" onClick={props.onTheirs}>
            {words.takeTheirs}
          </Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  )
}
