import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Commitment } from '../../../server/contract/commitment.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { CommitmentNudge } from '../nudges/CommitmentNudge.tsx'

export type Wording = Pick<Commitment, 'what' | 'firstStep' | 'due' | 'criterion' | 'ifThen'>

/** What, first step, when, how we will know, and an if–then plan for who wants one. */
export function WordingFields(props: {
  /** What the nudge is remembered by when it is waved away. */
  id: string
  value: Wording
  change: (part: Partial<Wording>) => void
  now: string
  /** The question that `what` answers. */
  label: string
  /** Why it cannot be saved like this. */
  refusal: string | null
  autoFocus?: boolean
  /** What else is asked before the plan. */
  children?: ReactNode
}) {
  const { texts } = useSurroundings()
  const words = texts.commitments
  const { value, change, refusal } = props
  const [planned, setPlanned] = useState(value.ifThen !== '')
  return (
    <>
      <Field label={props.label} required {...(refusal ? { validationMessage: refusal } : {})}>
        <Textarea
          autoFocus={props.autoFocus ?? false}
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
      <CommitmentNudge id={props.id} wording={value} whole={false} now={props.now} />
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
      {props.children}
      {planned || value.ifThen ? (
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
    </>
  )
}
