import { Button, Field, Text, Textarea } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import { carriedTooOften, type Commitment } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { SpecialData } from '../../components/SpecialData.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import { WordingFields } from '../parts-of-steps.ts'
import { wordingParts, type Said } from './said.ts'

/** What an outcome asks besides: of a dropped one why, of one that goes on another wording or what is in the way. */
export function FollowUpOutcome(props: {
  commitment: Commitment
  conversation: Conversation
  /** To how many talks it has come back, this one included. */
  times: number
  value: Said
  change: (part: Partial<Said>) => void
  missing: 'why' | 'what' | null
}) {
  const { language } = useSurroundings()
  const words = precision[language].followUp
  const { commitment, conversation, times, value, change, missing } = props
  const before = commitment.followUps.find((one) => one.conversationId === conversation.id)
  const changed = wordingParts.some((part) => value[part] !== commitment[part])
  const [reshaping, setReshaping] = useState(false)

  if (value.outcome === 'dropped')
    return (
      <>
        <Field
          label={words.why}
          required
          {...(missing === 'why' ? { validationMessage: words.whyMissing } : {})}
        >
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
        <Suspense>
          <WordingFields
            id={`${commitment.id} ${conversation.id}`}
            value={value}
            change={change}
            now={conversation.now}
            label={words.what}
            refusal={missing === 'what' ? words.whatMissing : null}
          />
        </Suspense>
      ) : (
        <Button appearance="subtle" onClick={() => setReshaping(true)}>
          {words.reshape}
        </Button>
      )}
    </>
  )
}
