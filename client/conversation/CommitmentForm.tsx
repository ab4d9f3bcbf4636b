import { Button, Field, Input, Select, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Commitment, CommitmentInput } from '../../server/contract/commitment.ts'
import { Saving } from '../components/Saving.tsx'
import { dayInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { CommitmentProps } from './CommitmentItem.tsx'
import { Conflict } from './Conflict.tsx'
import { CommitmentNudge } from './nudges/CommitmentNudge.tsx'
import { useForm } from './useForm.ts'

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

/** What, first step, when, how we will know, and an if–then plan for who wants one. */
export function CommitmentForm(props: CommitmentProps) {
  const { api, texts, language } = useSurroundings()
  const words = texts.commitments
  const { commitment, conversation, fresh } = props
  const { pair } = conversation
  const [missing, setMissing] = useState(false)
  const saved = commitment ? draftOf(commitment) : blank
  const form = useForm<Draft, Commitment>({
    key: `commitment ${props.id}`,
    saved,
    revision: commitment?.revision ?? 0,
    exists: commitment !== null,
    send: (draft, revision) =>
      api('PUT', `/api/conversations/${conversation.id}/commitments/${props.id}`, { ...draft, revision }),
    onSaved: (answer) => {
      fresh.put('commitments', answer)
      props.onOpen(false)
    },
    onBehind: fresh.refresh,
  })
  const { value, change } = form
  const [planned, setPlanned] = useState(value.ifThen !== '')

  const checked = (save: () => Promise<void>) => () => {
    const empty = !value.what.trim()
    setMissing(empty)
    if (!empty) void save()
  }
  const cancel = () => {
    form.discard()
    props.onOpen(false)
  }

  return (
    <>
      {!commitment && form.basedOn > 0 && <Text role="status">{words.gone}</Text>}
      <Field
        label={words.what}
        required
        {...(missing && !value.what.trim() ? { validationMessage: words.required } : {})}
      >
        <Textarea
          resize="vertical"
          maxLength={500}
          value={value.what}
          onChange={(_e, data) => change({ what: data.value })}
        />
      </Field>
      <Field label={words.firstStep}>
        <Input
          maxLength={500}
          value={value.firstStep}
          onChange={(_e, data) => change({ firstStep: data.value })}
        />
      </Field>
      <CommitmentNudge id={props.id} wording={value} whole={false} now={conversation.now} />
      <Field label={words.due}>
        <Input
          type="date"
          value={value.due ?? ''}
          onChange={(_e, data) => change({ due: data.value || null })}
        />
      </Field>
      <Field label={words.criterion}>
        <Input
          maxLength={500}
          value={value.criterion}
          onChange={(_e, data) => change({ criterion: data.value })}
        />
      </Field>
      <Field label={words.owner}>
        <Select
          value={value.owner}
          onChange={(_e, data) => change({ owner: data.value === 'coach' ? 'coach' : 'employee' })}
        >
          <option value="employee">{pair.employee.name}</option>
          <option value="coach">{pair.coach.name}</option>
        </Select>
      </Field>
      {planned ? (
        <Field label={words.ifThen}>
          <Textarea
            resize="vertical"
            maxLength={500}
            value={value.ifThen}
            onChange={(_e, data) => change({ ifThen: data.value })}
          />
        </Field>
      ) : (
        <Button appearance="subtle" onClick={() => setPlanned(true)}>
          {words.planIf}
        </Button>
      )}
      {form.conflict ? (
        <Conflict
          theirs={[
            { label: words.what, text: saved.what },
            { label: words.firstStep, text: saved.firstStep },
            { label: words.due, text: saved.due ? dayInWords(saved.due, language) : '' },
            { label: words.criterion, text: saved.criterion },
            { label: words.owner, text: pair[saved.owner].name },
            { label: words.ifThenLabel, text: saved.ifThen },
          ]}
          onTheirs={form.discard}
          onMine={checked(form.keepMine)}
        />
      ) : (
        <Saving state={form.state} name={words.save} onSave={checked(form.save)}>
          <Button onClick={cancel}>{words.cancel}</Button>
        </Saving>
      )}
    </>
  )
}
