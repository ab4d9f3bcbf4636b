import { Button, Field, Select, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Commitment, CommitmentInput } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Saving } from '../../components/Saving.tsx'
import { dayInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { Conflict } from '../../components/Conflict.tsx'
import { WordingFields } from './WordingFields.tsx'
import { useForm } from '../../components/useForm.ts'
import type { Fresh } from '../useFresh.ts'

export type CommitmentProps = {
  id: string
  title: string
  /** Null as long as it was not saved, and again when the other removed it. */
  commitment: Commitment | null
  conversation: Conversation
  fresh: Fresh
  /** Whoever just asked for a form goes on in it. */
  isJustAdded: boolean
  onOpen: (isOpen: boolean) => void
}

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

/** Makes a commitment, or says it in other words. */
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
      <WordingFields
        id={props.id}
        value={value}
        change={change}
        now={conversation.now}
        label={words.what}
        refusal={missing && !value.what.trim() ? words.required : null}
        autoFocus={props.isJustAdded}
      >
        <Field label={words.owner}>
          <Select
            value={value.owner}
            onChange={(_e, data) => change({ owner: data.value === 'coach' ? 'coach' : 'employee' })}
          >
            <option value="employee">{pair.employee.name}</option>
            <option value="coach">{pair.coach.name}</option>
          </Select>
        </Field>
      </WordingFields>
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
