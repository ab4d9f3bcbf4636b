import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import type { Commitment } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Group } from '../../components/Group.tsx'
import { Saving } from '../../components/Saving.tsx'
import { dayInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import { Conflict } from '../parts-of-steps.ts'
import { FollowUpOutcome } from './FollowUpOutcome.tsx'
import { Remembered } from './Remembered.tsx'
import { asked, isMissing, outcomes, saidIn, tidy, type Said } from './said.ts'
import { useForm } from '../../components/useForm.ts'
import type { Fresh } from '../useFresh.ts'

/** What this conversation says of one earlier commitment. */
export function FollowUpForm(props: { conversation: Conversation; commitment: Commitment; fresh: Fresh }) {
  const { api, texts, language } = useSurroundings()
  const { conversation, commitment, fresh } = props
  const words = { ...texts.followUp, ...precision[language].followUp }
  const saved = saidIn(commitment, conversation.id)
  const [checked, setChecked] = useState(false)
  const form = useForm<Said, Commitment>({
    key: `follow-up ${conversation.id} ${commitment.id}`,
    saved,
    revision: commitment.revision,
    exists: commitment.followUps.some((one) => one.conversationId === conversation.id),
    send: (said, revision) =>
      api('PUT', `/api/conversations/${conversation.id}/follow-ups/${commitment.id}`, {
        ...tidy(said),
        revision,
      }),
    onSaved: (answer) => fresh.put('followUps', answer),
    onBehind: fresh.refresh,
  })
  const { value, change } = form
  const whole = (save: () => Promise<void>) => () => {
    const missing = isMissing(value) !== null
    setChecked(missing)
    if (!missing) void save()
  }

  const extra = [
    { label: words.why, text: saved.why },
    { label: words.obstacle, text: saved.obstacle },
    { label: words.what, text: saved.what },
    { label: texts.commitments.firstStepLabel, text: saved.firstStep },
    { label: texts.commitments.dueLabel, text: saved.due ? dayInWords(saved.due, language) : '' },
    { label: texts.commitments.criterionLabel, text: saved.criterion },
    { label: texts.commitments.ifThenLabel, text: saved.ifThen },
  ]

  return (
    <Group name={commitment.what}>
      <Remembered commitment={commitment} conversation={conversation} fresh={fresh} />
      {asked.map((field) => (
        <Field key={field} label={words[field]}>
          <Textarea
            resize="vertical"
            maxLength={4000}
            value={value[field]}
            onChange={(_e, data) => change({ [field]: data.value })}
          />
        </Field>
      ))}
      <Field label={words.outcome}>
        <RadioGroup
          value={value.outcome}
          onChange={(_e, data) => change({ outcome: outcomes.find((one) => one === data.value) ?? 'open' })}
        >
          {outcomes.map((status) => (
            <Radio key={status} value={status} label={words[status]} />
          ))}
        </RadioGroup>
      </Field>
      <FollowUpOutcome
        commitment={commitment}
        conversation={conversation}
        times={conversation.timesBack.find((one) => one.commitmentId === commitment.id)?.times ?? 1}
        value={value}
        change={change}
        missing={checked ? isMissing(value) : null}
      />
      {form.conflict ? (
        <Suspense>
          <Conflict
            theirs={[
              ...asked.map((field) => ({ label: words[field], text: saved[field] })),
              { label: words.outcome, text: words[saved.outcome] },
              ...extra.filter(({ text }) => text),
            ]}
            onTheirs={form.discard}
            onMine={whole(form.keepMine)}
          />
        </Suspense>
      ) : (
        <Saving state={form.state} name={words.save} onSave={whole(form.save)} />
      )}
    </Group>
  )
}
