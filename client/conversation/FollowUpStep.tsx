import { Card, Field, Radio, RadioGroup, Text, Textarea, tokens } from '@fluentui/react-components'
import type { Commitment, CommitmentStatus } from '../../server/contract/commitment.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { Saving } from '../components/Saving.tsx'
import { dayInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { Conflict } from './Conflict.tsx'
import { useDraft } from './useDraft.ts'
import { useSaving } from './useSaving.ts'

type Said = { tried: string; happened: string; next: string; outcome: CommitmentStatus }

/** For each commitment that is open: what did you try, what happened, what is the next step? */
export function FollowUpStep(props: { conversation: Conversation; onChanged: () => void }) {
  const { texts } = useSurroundings()
  if (props.conversation.followUps.length === 0) return <Text>{texts.followUp.none}</Text>
  return props.conversation.followUps.map((commitment) => (
    <FollowUpForm key={commitment.id} commitment={commitment} {...props} />
  ))
}

function FollowUpForm(props: { conversation: Conversation; commitment: Commitment; onChanged: () => void }) {
  const { api, texts, language } = useSurroundings()
  const { conversation, commitment } = props
  const before = commitment.followUps.find((one) => one.conversationId === conversation.id)
  const saved: Said = {
    tried: before?.tried ?? '',
    happened: before?.happened ?? '',
    next: before?.next ?? '',
    outcome: before?.outcome ?? commitment.status,
  }
  const [draft, setDraft] = useDraft<Said>(`follow-up ${conversation.id} ${commitment.id}`)
  const said = draft ?? saved
  const { save, state, conflict, clear } = useSaving(draft !== null)
  const change = (part: Partial<Said>) => setDraft({ ...said, ...part })
  const path = `/api/conversations/${conversation.id}/follow-ups/${commitment.id}`
  const submit = () =>
    void save(
      () => api('PUT', path, { ...said, revision: commitment.revision }).finally(props.onChanged),
      () => setDraft(null),
    )
  const owner = commitment.owner === 'coach' ? conversation.pair.coach.name : conversation.pair.employee.name

  return (
    <Card role="group" aria-label={commitment.what} style={{ rowGap: tokens.spacingVerticalS }}>
      <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }}>
        {commitment.what}
      </Text>
      <Text size={200}>
        {owner}
        {commitment.due && ` · ${dayInWords(commitment.due, language)}`}
      </Text>
      {commitment.criterion && (
        <Text size={200}>{`${texts.commitments.criterionLabel}: ${commitment.criterion}`}</Text>
      )}
      <Field label={texts.followUp.tried}>
        <Textarea
          resize="vertical"
          maxLength={4000}
          value={said.tried}
          onChange={(_e, { value }) => change({ tried: value })}
        />
      </Field>
      <Field label={texts.followUp.happened}>
        <Textarea
          resize="vertical"
          maxLength={4000}
          value={said.happened}
          onChange={(_e, { value }) => change({ happened: value })}
        />
      </Field>
      <Field label={texts.followUp.next}>
        <Textarea
          resize="vertical"
          maxLength={4000}
          value={said.next}
          onChange={(_e, { value }) => change({ next: value })}
        />
      </Field>
      <Field label={texts.followUp.outcome}>
        <RadioGroup
          value={said.outcome}
          onChange={(_e, { value }) => change({ outcome: value as CommitmentStatus })}
        >
          {(['open', 'done', 'dropped'] as const).map((status) => (
            <Radio key={status} value={status} label={texts.followUp[status]} />
          ))}
        </RadioGroup>
      </Field>
      {conflict && (
        <Conflict
          theirs={[saved.tried, saved.happened, saved.next]}
          onTheirs={() => {
            setDraft(null)
            clear()
          }}
          onMine={submit}
        />
      )}
      <Saving state={state} name={texts.followUp.save} onSave={submit} />
    </Card>
  )
}
