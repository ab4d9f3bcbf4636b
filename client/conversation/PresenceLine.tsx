import { Text, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../server/contract/conversation.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Live } from './live/useLive.ts'

/** Where the other is, and how the notes stand. */
export function PresenceLine(props: {
  live: Live
  conversation: Conversation
  title: (stepId: string) => string
}) {
  const { texts } = useSurroundings()
  const { live } = props
  const { pair } = props.conversation
  const other = pair.myRole === 'coach' ? pair.employee.name : pair.coach.name
  const there = live.others[0]
  return (
    <div style={{ display: 'flex', flexDirection: 'column', color: tokens.colorNeutralForeground2 }}>
      <Text size={200} aria-live="polite">
        {there
          ? texts.live.here(other, there.step ? props.title(there.step) : texts.finish.title)
          : texts.live.alone(other)}
      </Text>
      <Text size={200} role="status">
        {texts.live[live.state]}
      </Text>
    </div>
  )
}
