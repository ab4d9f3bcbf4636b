import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { PutBack } from '../live/PutBack.tsx'
import type { Live } from '../live/useLive.ts'
import { StepQuestions } from '../questions/StepQuestions.tsx'
import { CommitmentItem, FixedCommitment } from './CommitmentItem.tsx'
import { commitmentTexts } from './texts.ts'
import { useCommitments, useForgetting } from './useCommitments.ts'

/** The one or two commitments of this conversation. */
export function CommitmentsStep(props: { step: Step; conversation: Conversation; live: Live }) {
  const words = useTexts(commitmentTexts)
  const { step, conversation, live } = props
  const { session } = live
  const { myRole } = conversation.pair
  const { commitmentLimit: limit } = conversation.template
  // As long as nothing is written in one, it is there for who asked for it alone.
  const [added, setAdded] = useState<string | null>(null)
  const [seen, setSeen] = useState<string[]>([])
  const listed = useCommitments(session, conversation)
  const written = listed.map(({ id }) => id)
  const gone = listed.filter(({ isRemoved }) => isRemoved)
  useForgetting(session, myRole)
  // In place as long as one stays here, also when it is removed or emptied.
  const ids = [...new Set([...written, ...seen, ...(added ? [added] : [])])]
  if (written.some((id) => !seen.includes(id))) setSeen([...new Set([...seen, ...written])])
  const readOnly = live.state === 'reading' || live.state === 'out'

  return (
    <>
      <PutBack live={live} />
      {ids.length === 0 && <Text>{words.none}</Text>}
      {ids.map((id, index) => {
        const title = words.title(index + 1)
        const stored = conversation.commitments.find((one) => one.id === id)
        if (!session || readOnly || conversation.fixed.includes(id))
          return (
            stored && (
              <FixedCommitment key={id} title={title} conversation={conversation} commitment={stored} />
            )
          )
        return (
          <CommitmentItem
            key={id}
            title={title}
            conversation={conversation}
            item={{ session, kind: 'commitment', id, myRole, readOnly }}
            isNew={id === added}
          />
        )
      })}
      {conversation.past ? (
        <Text size={200}>{words.past}</Text>
      ) : ids.length - gone.length < limit ? (
        <Button
          icon={<AddRegular />}
          style={{ alignSelf: 'flex-start' }}
          disabledFocusable={!session || readOnly}
          onClick={() => setAdded(crypto.randomUUID())}
        >
          {words.add}
        </Button>
      ) : (
        <Text size={200}>{words.full(limit)}</Text>
      )}
      <StepQuestions step={step} conversation={conversation} />
    </>
  )
}
