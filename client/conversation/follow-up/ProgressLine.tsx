import { Button, Field, Text, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Commitment, Progress } from '../../../server/contract/commitment.ts'
import { Confirm } from '../../components/Confirm.tsx'
import { Saving, SaveStatus, type SaveState } from '../../components/Saving.tsx'
import { useForm } from '../../components/useForm.ts'
import { failureOf } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { progress as texts } from '../../lib/texts/progress.ts'
import type { Fresh } from '../useFresh.ts'

type Props = { pairId: string; commitment: Commitment; line: Progress; fresh: Fresh }
const pathOf = ({ pairId, commitment, line }: Props) =>
  `/api/pairs/${pairId}/commitments/${commitment.id}/progress/${line.at}`

/** A line that I sent from the chat: mine to put right, and to take back. */
export function ProgressLine(props: Props) {
  const { api, texts: general, language } = useSurroundings()
  const words = texts[language]
  const [editing, setEditing] = useState(false)
  const [state, setState] = useState<SaveState>('untouched')
  if (editing) return <Correction {...props} onClose={() => setEditing(false)} />
  const remove = async () => {
    setState('saving')
    try {
      props.fresh.put('followUps', await api<Commitment>('DELETE', pathOf(props)))
    } catch (error) {
      const { title, detail } = failureOf(error, general.unexpected)
      setState({ failed: `${title}. ${detail}` })
      props.fresh.refresh()
    }
  }
  return (
    <div>
      <Text size={200}>{`${general.followUp.meanwhile}: ${props.line.text}`}</Text>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS }}>
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
      </div>
      <SaveStatus state={state} />
    </div>
  )
}

function Correction(props: Props & { onClose: () => void }) {
  const { api, language } = useSurroundings()
  const words = texts[language]
  const { commitment, line, fresh, onClose } = props
  const form = useForm<{ text: string }, { revision: number; commitment: Commitment }>({
    key: `progress ${commitment.id} ${line.at}`,
    saved: { text: line.text },
    // The line says itself what it was typed over.
    revision: 1,
    exists: true,
    send: async ({ text }, revision) => {
      const sent = { text, was: line.text }
      return { revision, commitment: await api<Commitment>('PUT', pathOf(props), sent) }
    },
    onSaved: (answer) => {
      fresh.put('followUps', answer.commitment)
      onClose()
    },
    onBehind: fresh.refresh,
  })
  const [missing, setMissing] = useState(false)
  const save = () => {
    const empty = !form.value.text.trim()
    setMissing(empty)
    if (!empty) void form.save()
  }
  const cancel = () => {
    form.discard()
    onClose()
  }
  return (
    <>
      <Field label={words.label} {...(missing ? { validationMessage: words.missing } : {})}>
        <Textarea
          autoFocus
          resize="vertical"
          rows={2}
          maxLength={500}
          value={form.value.text}
          onChange={(_e, { value }) => form.change({ text: value })}
        />
      </Field>
      <Saving state={form.state} name={words.save} onSave={save}>
        <Button onClick={cancel}>{words.cancel}</Button>
      </Saving>
    </>
  )
}
