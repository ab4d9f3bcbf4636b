import { Text } from '@fluentui/react-components'
import { getFeedback, type FeedbackAnswer } from '../../../server/contract/feedback.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { inWords } from '../../lib/api.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { otherOf } from '../../lib/pair.ts'
import { useQuery } from '../../lib/query.ts'
import { Minute } from './Minute.tsx'
import { PastSaid } from './PastSaid.tsx'
import { Stars } from './Stars.tsx'

/**
 * Once a conversation is finished: how it was, and the coach's own reflection. Nothing of it goes into the invite. Of a pair that
 * ended it is read only.
 */
export function Feedback({ conversation }: { conversation: Conversation }) {
  const params = { conversationId: conversation.id }
  // The conversation is fetched again whenever the other did something: so is this.
  const { data: said, failure, reload, set } = useQuery(getFeedback, { params }, { again: conversation.now })
  if (!said) return failure && <Text role="alert">{inWords(failure)}</Text>
  const { pair } = conversation
  const other = otherOf(pair).name
  if (pair.ended !== null) return <PastSaid said={said} other={other} />
  const about = { conversationId: conversation.id, onSaid: (now: FeedbackAnswer) => set(() => now) }
  return (
    <>
      {said.ratings && <Stars {...about} other={firstName(other)} said={said} />}
      {pair.myRole === 'coach' && (
        <Minute {...about} reflection={said.reflection} onBehind={() => void reload()} />
      )}
    </>
  )
}
