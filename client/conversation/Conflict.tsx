import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { useSurroundings } from '../lib/surroundings.tsx'

/** Both changed the same thing: theirs is shown, and one of the two is chosen. */
export function Conflict(props: { theirs: string[]; onTheirs: () => void; onMine: () => void }) {
  const { texts } = useSurroundings()
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <Text block>{texts.conflict}</Text>
        {props.theirs.filter(Boolean).map((line) => (
          <Text block key={line}>
            “{line}”
          </Text>
        ))}
        <Button size="small" onClick={props.onTheirs}>
          {texts.takeTheirs}
        </Button>{' '}
        <Button size="small" onClick={props.onMine}>
          {texts.keepMine}
        </Button>
      </MessageBarBody>
    </MessageBar>
  )
}
