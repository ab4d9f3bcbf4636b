import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { PutBack } from '../live/PutBack.tsx'
import type { Live } from '../live/useLive.ts'
import { StepQuestions } from '../questions/StepQuestions.tsx'
import { CommitmentItem, FixedCommitment } from './CommitmentItem.tsx'
import { firstId } from './first-id.ts'
import { commitmentTexts } from './texts.ts'
import { isRemoved, useCommitments, useForgetting } from './useCommitments.ts'

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
  const readOnly = live.state === 'reading' || live.state === 'out'
  // In place as long as one stays here, also when it is removed or emptied.
  const asked = [...new Set([...written, ...seen, ...(added ? [added] : [])])]
  if (written.some((id) => !seen.includes(id))) setSeen([...new Set([...seen, ...written])])
  // An empty one stands there from the start.
  const [spare] = useState(() => crypto.randomUUID())
  const isBegun = !session || readOnly || conversation.past || asked.length > 0
  const first = isBegun
    ? null
    : isRemoved(session, firstId(conversation.id))
      ? spare
      : firstId(conversation.id)
  const ids = first ? [first] : asked
  const [chosen, setChosen] = useState<string | null>(null)
  // It stays open once it has words.
  if (first && chosen !== first) setChosen(first)
  const open = first ?? chosen
  const takesCaret = useArrival()

  return (
    <>
      <PutBack live={live} />
      {ids.length === 0 && (readOnly || conversation.past) && <Text>{words.none}</Text>}
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
            isOpen={id === open}
            onOpen={() => setChosen(id)}
            takesCaret={id === added || (id === open && takesCaret)}
          />
        )
      })}
      {conversation.past ? (
        <Text size={200}>{words.past}</Text>
      ) : (
        !first &&
        ids.length - gone.length < limit && (
          <Button
            icon={<AddRegular />}
            disabledFocusable={!session || readOnly}
            onClick={() => {
              const id = crypto.randomUUID()
              setAdded(id)
              setChosen(id)
            }}
          >
            {words.add}
          </Button>
        )
      )}
      <StepQuestions step={step} conversation={conversation} />
    </>
  )
}

/** Did somebody just come to this step, so that the caret may go where they type next? Whoever opened the page did not. */
function useArrival(): boolean {
  const [isHere, setHere] = useState(false)
  useEffect(() => {
    let isGone = false
    // Whoever moves lands on the heading, after this.
    queueMicrotask(() => {
      if (!isGone && document.activeElement?.closest('h1')) setHere(true)
    })
    return () => {
      isGone = true
    }
  }, [])
  return isHere
}
