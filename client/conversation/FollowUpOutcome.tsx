import { Button, Field, Input, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { carriedOver, carriedTooOften, type Commitment } from '../../server/contract/commitment.ts'
import { SpecialData } from '../components/SpecialData.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { precision } from '../lib/texts/precision.ts'
import type { Said } from './said.ts'

/** What an outcome asks besides: of a dropped one why, of one that goes on another wording or what is in the way. */
export function FollowUpOutcome(props: {
  commitment: Commitment
  conversationId: string
  value: Said
  change: (part: Partial<Said>) => void
  missing: 'why' | 'what' | null
}) {
  const { language } = useSurroundings()
  const words = precision[language].followUp
  const { commitment, conversationId, value, change, missing } = props
  const before = commitment.followUps.find((one) => one.conversationId === conversationId)
  const changed = value.what !== commitment.what || value.due !== commitment.due
  const [reshaping, setReshaping] = useState(false)
  const problem = (field: 'why' | 'what', message: string) =>
    missing === field ? { validationMessage: message } : {}

  if (value.outcome === 'dropped')
    return (
      <>
        <Field label={words.why} required {...problem('why', words.whyMissing)}>
          <Textarea
            resize="vertical"
            maxLength={500}
            value={value.why}
            onChange={(_e, data) => change({ why: data.value })}
          />
        </Field>
        <SpecialData folded />
      </>
    )
  if (value.outcome === 'done') return null
  const times = carriedOver(commitment.followUps, conversationId) + 1
  return (
    <>
      {times >= carriedTooOften && (
        <>
          <Text>{words.again(String(times))}</Text>
          <Field label={words.obstacle}>
            <Textarea
              resize="vertical"
              maxLength={4000}
              value={value.obstacle}
              onChange={(_e, data) => change({ obstacle: data.value })}
            />
          </Field>
          <SpecialData folded />
        </>
      )}
      {reshaping || changed || before?.reshapedFrom ? (
        <>
          <Field label={words.what} required {...problem('what', words.whatMissing)}>
            <Textarea
              resize="vertical"
              maxLength={500}
              value={value.what}
              onChange={(_e, data) => change({ what: data.value })}
            />
          </Field>
          <Field label={words.due}>
            <Input
              type="date"
              value={value.due ?? ''}
              onChange={(_e, data) => change({ due: data.value || null })}
            />
          </Field>
        </>
      ) : (
        <Button appearance="subtle" onClick={() => setReshaping(true)}>
          {words.reshape}
        </Button>
      )}
    </>
  )
}
