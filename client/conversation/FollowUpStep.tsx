import { Text } from '@fluentui/react-components'
import type { Conversation } from '../../server/contract/conversation.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { FollowUpForm } from './FollowUpForm.tsx'
import { Tip } from './tips/Tip.tsx'
import type { Fresh } from './useFresh.ts'

/** For each commitment that is open: what did you try, what worked, what did you learn, what is the next step? */
export function FollowUpStep(props: { conversation: Conversation; fresh: Fresh }) {
  const { texts } = useSurroundings()
  if (props.conversation.followUps.length === 0) return <Text>{texts.followUp.none}</Text>
  return (
    <>
      <Tip id="follow-up" />
      {props.conversation.followUps.map((commitment) => (
        <FollowUpForm key={commitment.id} commitment={commitment} {...props} />
      ))}
    </>
  )
}
