import { Text } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { useState } from 'react'
import { FollowedUp } from './FollowedUp.tsx'
import { FollowUpItem } from './FollowUpItem.tsx'
import { PutBack } from '../live/PutBack.tsx'
import type { Live } from '../live/useLive.ts'
import { StepQuestions } from '../questions/StepQuestions.tsx'
import type { Fresh } from '../useFresh.ts'
import { firstUnsaid } from './said.ts'
import { followUpTexts } from './texts.ts'
import { commitmentTexts } from '../commitments/texts.ts'

/** For each commitment that is open: how does it stand, what did you try, what worked? */
export function FollowUpStep(props: { step: Step; conversation: Conversation; live: Live; fresh: Fresh }) {
  const words = useTexts(followUpTexts)
  const commitment = useTexts(commitmentTexts)
  const { step, conversation, live, fresh } = props
  const { session } = live
  const readOnly = live.state === 'reading' || live.state === 'out'
  const { myRole } = conversation.pair
  // One at a time: the first of which nobody said anything, until somebody opens another.
  const [open, setOpen] = useState(() => firstUnsaid(conversation))
  if (conversation.followUps.length === 0) return <Text>{words.none}</Text>
  return (
    <>
      <PutBack live={live} />
      {conversation.followUps.map((commitment) =>
        !session || conversation.fixed.includes(commitment.id) ? (
          <FollowedUp key={commitment.id} commitment={commitment} conversation={conversation} />
        ) : (
          <FollowUpItem
            key={commitment.id}
            item={{ session, kind: 'follow-up', id: commitment.id, myRole, readOnly }}
            commitment={commitment}
            conversation={conversation}
            fresh={fresh}
            isOpen={commitment.id === open}
            onOpen={() => setOpen(commitment.id)}
          />
        ),
      )}
      {conversation.followUps.some(({ id }) => conversation.fixed.includes(id)) && (
        <Text size={200}>{commitment.fixed}</Text>
      )}
      <StepQuestions step={step} conversation={conversation} />
    </>
  )
}
