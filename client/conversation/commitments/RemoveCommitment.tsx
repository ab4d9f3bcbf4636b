import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Commitment } from '../../../server/contract/commitment.ts'
import { SaveStatus, type SaveState } from '../../components/Saving.tsx'
import { sentenceOf } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import type { CommitmentProps } from './CommitmentForm.tsx'

/** Removing asks once more, for it takes away what both of them see. */
export function RemoveCommitment(props: CommitmentProps & { commitment: Commitment }) {
  const { api, texts } = useSurroundings()
  const words = texts.commitments
  const { id, commitment, conversation, fresh } = props
  const [asking, setAsking] = useState(false)
  const [state, setState] = useState<SaveState>('untouched')

  const remove = async () => {
    setState('saving')
    try {
      const { revision } = commitment
      await api('DELETE', `/api/conversations/${conversation.id}/commitments/${id}?revision=${revision}`)
      fresh.drop(id)
    } catch (error) {
      setState({ failed: sentenceOf(error, texts) })
      // The other may have changed it: show that before it is thrown away.
      setAsking(false)
      fresh.refresh()
    }
  }
  if (!asking) {
    return (
      <>
        <Button onClick={() => setAsking(true)}>{words.remove}</Button>
        <SaveStatus state={state} />
      </>
    )
  }
  return (
    <>
      <Text role="alert" block style={{ width: '100%' }}>
        {words.sure}
      </Text>
      <Button autoFocus disabledFocusable={state === 'saving'} onClick={() => void remove()}>
        {words.removeNow}
      </Button>
      <Button onClick={() => setAsking(false)}>{words.keepIt}</Button>
    </>
  )
}
