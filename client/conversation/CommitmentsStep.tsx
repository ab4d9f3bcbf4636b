import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { CommitmentForm } from './CommitmentForm.tsx'

/** The one or two commitments of this conversation. */
export function CommitmentsStep(props: { conversation: Conversation; onChanged: () => void }) {
  const { texts } = useSurroundings()
  const { conversation } = props
  const { commitmentLimit: limit } = conversation.template
  const key = `new commitments ${conversation.id}`
  // Forms that were opened and not yet saved; they come back after a reload, with what was typed in them.
  const [opened, setOpened] = useState<string[]>(
    () => JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[],
  )
  const keep = (ids: string[]) => {
    sessionStorage.setItem(key, JSON.stringify(ids))
    setOpened(ids)
  }
  const unsaved = opened.filter((id) => !conversation.commitments.some((one) => one.id === id))
  const ids = [...conversation.commitments.map((one) => one.id), ...unsaved]

  return (
    <>
      {ids.length === 0 && <Text>{texts.commitments.none}</Text>}
      {ids.map((id, index) => (
        <CommitmentForm
          key={id}
          id={id}
          title={texts.commitments.title(index + 1)}
          commitment={conversation.commitments.find((one) => one.id === id) ?? null}
          conversation={conversation}
          onChanged={props.onChanged}
          onGone={() => keep(unsaved.filter((one) => one !== id))}
        />
      ))}
      {ids.length < limit ? (
        <Button icon={<AddRegular />} onClick={() => keep([...unsaved, crypto.randomUUID()])}>
          {texts.commitments.add}
        </Button>
      ) : (
        <Text size={200}>{texts.commitments.full(limit)}</Text>
      )}
    </>
  )
}
