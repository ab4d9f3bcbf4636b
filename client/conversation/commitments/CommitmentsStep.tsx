import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { SpecialData } from '../../components/SpecialData.tsx'
import { keep, recallAs } from '../../lib/kept.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { CommitmentItem } from './CommitmentItem.tsx'
import { StepQuestions } from '../questions/StepQuestions.tsx'
import { Tip } from '../tips/Tip.tsx'
import type { Fresh } from '../useFresh.ts'

/** The one or two commitments of this conversation. */
export function CommitmentsStep(props: { step: Step; conversation: Conversation; fresh: Fresh }) {
  const { texts } = useSurroundings()
  const { step, conversation, fresh } = props
  const { commitmentLimit: limit } = conversation.template
  const key = `open commitments ${conversation.id}`
  // Forms that are open: they come back after a reload with what was typed in them, and stay when the other
  // removes the commitment under them.
  const [opened, setOpened] = useState(() => recallAs<string[]>(key, []))
  const [added, setAdded] = useState<string | null>(null)
  const open = (id: string, isOpen: boolean) => {
    const ids = [...opened.filter((one) => one !== id), ...(isOpen ? [id] : [])]
    keep(key, JSON.stringify(ids))
    setOpened(ids)
  }
  const add = () => {
    const id = crypto.randomUUID()
    setAdded(id)
    open(id, true)
  }
  const made = conversation.commitments.map((one) => one.id)
  const ids = [...made, ...opened.filter((id) => !made.includes(id))]

  return (
    <>
      <Tip id="commitment" />
      {opened.length > 0 && <SpecialData />}
      {ids.length === 0 && <Text>{texts.commitments.none}</Text>}
      {ids.map((id, index) => (
        <CommitmentItem
          key={id}
          id={id}
          title={texts.commitments.title(index + 1)}
          commitment={conversation.commitments.find((one) => one.id === id) ?? null}
          isOpen={opened.includes(id)}
          isJustAdded={id === added}
          onOpen={(isOpen) => open(id, isOpen)}
          conversation={conversation}
          fresh={fresh}
        />
      ))}
      {conversation.past ? (
        <Text size={200}>{texts.commitments.past}</Text>
      ) : ids.length < limit ? (
        <Button icon={<AddRegular />} onClick={add}>
          {texts.commitments.add}
        </Button>
      ) : (
        <Text size={200}>{texts.commitments.full(limit)}</Text>
      )}
      <StepQuestions step={step} conversation={conversation} />
    </>
  )
}
