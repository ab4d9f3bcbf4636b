import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { isolated } from '../../../server/contract/isolated.ts'
import {
  deleteProgress,
  putProgress,
  type Commitment,
  type Progress,
} from '../../../server/contract/commitment.ts'
import { Row } from '../../components/basics.tsx'
import { Confirm } from '../../components/Confirm.tsx'
import { SaveStatus } from '../../components/Saving.tsx'
import { useForm } from '../../components/useForm.ts'
import { useFormAutosave } from '../../components/useFormAutosave.ts'
import { TextField } from '../../components/TextField.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import type { Fresh } from '../useFresh.ts'
import { progressTexts, followUpTexts } from './texts.ts'
import { useSaving } from '../../components/useSaving.ts'
import { textLimits } from '../../../server/contract/limits.ts'

type Props = { pairId: string; commitment: Commitment; line: Progress; fresh: Fresh }
const paramsOf = ({ pairId, commitment, line }: Props) => ({
  pairId,
  commitmentId: commitment.id,
  at: line.at,
})

/** A line that I sent from the chat: mine to put right, and to take back. */
export function ProgressLine(props: Props) {
  const { api } = useAppContext()
  const followUp = useTexts(followUpTexts)
  const words = useTexts(progressTexts)
  const [editing, setEditing] = useState(false)
  const { state, save } = useSaving()
  if (editing) return <Correction {...props} onClose={() => setEditing(false)} />
  const remove = async () => {
    const { fresh } = props
    const send = async () => fresh.followedUp(await api(deleteProgress, { params: paramsOf(props) }))
    if (!(await save(send, 'saving'))) fresh.refresh()
  }
  return (
    <div>
      <Text size={200}>{`${followUp.meanwhile}: ${isolated(props.line.text)}`}</Text>
      <Row>
        <Button
          size="small"
          appearance="subtle"
          aria-label={words.editNamed(props.line.text)}
          onClick={() => setEditing(true)}
        >
          {words.edit}
        </Button>
        <Confirm
          name={words.remove}
          label={words.removeNamed(props.line.text)}
          subtle
          question={words.sure}
          yes={words.yes}
          no={words.no}
          busy={state === 'saving'}
          onYes={() => void remove()}
        />
      </Row>
      <SaveStatus state={state} />
    </div>
  )
}

function Correction(props: Props & { onClose: () => void }) {
  const { api } = useAppContext()
  const words = useTexts(progressTexts)
  const { commitment, line, fresh, onClose } = props
  const form = useForm<{ text: string }, { revision: number; commitment: Commitment }>({
    key: `progress ${commitment.id} ${line.at}`,
    saved: { text: line.text },
    // The line says itself what it was typed over.
    revision: 1,
    exists: true,
    send: async ({ text }, revision) => {
      const body = { text, was: line.text }
      return { revision, commitment: await api(putProgress, { params: paramsOf(props), body }) }
    },
    onSaved: (answer) => fresh.followedUp(answer.commitment),
    onBehind: fresh.refresh,
  })
  const isEmpty = form.value.text.trim() === ''
  useFormAutosave(form, !isEmpty)
  return (
    <>
      <TextField
        label={words.label}
        refusal={isEmpty ? words.missing : null}
        autoFocus
        rows={2}
        maxLength={textLimits.short}
        value={form.value.text}
        onChange={(value) => form.change({ text: value })}
      />
      <Button size="small" style={{ alignSelf: 'flex-start' }} disabledFocusable={isEmpty} onClick={onClose}>
        {words.ready}
      </Button>
      <SaveStatus state={form.state} />
    </>
  )
}
