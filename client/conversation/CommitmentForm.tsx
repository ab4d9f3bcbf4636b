import { Button, Card, Field, Input, Select, Text, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Commitment, CommitmentInput } from '../../server/contract/commitment.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { Saving } from '../components/Saving.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { Conflict } from './Conflict.tsx'
import { useDraft } from './useDraft.ts'
import { useSaving } from './useSaving.ts'

type Draft = Omit<CommitmentInput, 'revision'>
const blank: Draft = { owner: 'employee', what: '', firstStep: '', due: null, criterion: '', ifThen: '' }

const draftOf = ({ owner, what, firstStep, due, criterion, ifThen }: Draft): Draft => ({
  owner,
  what,
  firstStep,
  due,
  criterion,
  ifThen,
})

/** One commitment, new or made: what, first step, when, how we will know, if–then. */
export function CommitmentForm(props: {
  id: string
  title: string
  commitment: Commitment | null
  conversation: Conversation
  onChanged: () => void
  onGone: () => void
}) {
  const { api, texts } = useSurroundings()
  const words = texts.commitments
  const { commitment, conversation } = props
  const [draft, setDraft] = useDraft<Draft>(`commitment ${props.id}`)
  const [missing, setMissing] = useState(false)
  const shown = draft ?? (commitment ? draftOf(commitment) : blank)
  const { save, state, conflict, clear } = useSaving(draft !== null || !commitment)
  const change = (part: Partial<Draft>) => setDraft({ ...shown, ...part })
  const path = `/api/conversations/${conversation.id}/commitments/${props.id}`

  const submit = () => {
    setMissing(!shown.what.trim())
    if (!shown.what.trim()) return
    void save(
      () => api('PUT', path, { ...shown, revision: commitment?.revision ?? 0 }).finally(props.onChanged),
      () => setDraft(null),
    )
  }
  const remove = () =>
    void save(
      async () => {
        if (commitment)
          await api('DELETE', `${path}?revision=${commitment.revision}`).finally(props.onChanged)
      },
      () => {
        setDraft(null)
        props.onGone()
      },
    )

  return (
    <Card role="group" aria-label={props.title} style={{ rowGap: tokens.spacingVerticalS }}>
      <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }}>
        {props.title}
      </Text>
      <Field label={words.what} required {...(missing ? { validationMessage: words.required } : {})}>
        <Textarea
          resize="vertical"
          maxLength={500}
          value={shown.what}
          onChange={(_e, { value }) => change({ what: value })}
        />
      </Field>
      <Field label={words.firstStep}>
        <Input
          maxLength={500}
          value={shown.firstStep}
          onChange={(_e, { value }) => change({ firstStep: value })}
        />
      </Field>
      <Field label={words.due}>
        <Input
          type="date"
          value={shown.due ?? ''}
          onChange={(_e, { value }) => change({ due: value || null })}
        />
      </Field>
      <Field label={words.criterion}>
        <Input
          maxLength={500}
          value={shown.criterion}
          onChange={(_e, { value }) => change({ criterion: value })}
        />
      </Field>
      <Field label={words.ifThen}>
        <Input maxLength={500} value={shown.ifThen} onChange={(_e, { value }) => change({ ifThen: value })} />
      </Field>
      <Field label={words.owner}>
        <Select
          value={shown.owner}
          onChange={(_e, { value }) => change({ owner: value === 'coach' ? 'coach' : 'employee' })}
        >
          <option value="employee">{conversation.pair.employee.name}</option>
          <option value="coach">{conversation.pair.coach.name}</option>
        </Select>
      </Field>
      {conflict && commitment && (
        <Conflict
          theirs={[commitment.what, commitment.firstStep, commitment.criterion]}
          onTheirs={() => {
            setDraft(null)
            clear()
          }}
          onMine={submit}
        />
      )}
      <Saving state={state} name={words.save} onSave={submit}>
        <Button onClick={remove}>{words.remove}</Button>
      </Saving>
    </Card>
  )
}
