import { Field, Radio, RadioGroup, Text, Textarea, tokens } from '@fluentui/react-components'
import type { Commitment, CommitmentStatus } from '../../server/contract/commitment.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { Group } from '../components/Group.tsx'
import { Saving } from '../components/Saving.tsx'
import { dayInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { Conflict } from './Conflict.tsx'
import { useForm } from './useForm.ts'
import type { Fresh } from './useFresh.ts'

type Said = { tried: string; happened: string; next: string; outcome: CommitmentStatus }
const asked = ['tried', 'happened', 'next'] as const
const outcomes = ['open', 'done', 'dropped'] as const

/** For each commitment that is open: what did you try, what happened, what is the next step? */
export function FollowUpStep(props: { conversation: Conversation; fresh: Fresh }) {
  const { texts } = useSurroundings()
  if (props.conversation.followUps.length === 0) return <Text>{texts.followUp.none}</Text>
  return props.conversation.followUps.map((commitment) => (
    <FollowUpForm key={commitment.id} commitment={commitment} {...props} />
  ))
}

function FollowUpForm(props: { conversation: Conversation; commitment: Commitment; fresh: Fresh }) {
  const { api, texts } = useSurroundings()
  const words = texts.followUp
  const { conversation, commitment, fresh } = props
  const before = commitment.followUps.find((one) => one.conversationId === conversation.id)
  const saved: Said = {
    tried: before?.tried ?? '',
    happened: before?.happened ?? '',
    next: before?.next ?? '',
    outcome: before?.outcome ?? commitment.status,
  }
  const form = useForm<Said, Commitment>({
    key: `follow-up ${conversation.id} ${commitment.id}`,
    saved,
    revision: commitment.revision,
    exists: before !== undefined,
    send: (said, revision) =>
      api('PUT', `/api/conversations/${conversation.id}/follow-ups/${commitment.id}`, { ...said, revision }),
    onSaved: (answer) => fresh.put('followUps', answer),
    onBehind: fresh.refresh,
  })

  return (
    <Group name={commitment.what}>
      <Remembered commitment={commitment} conversation={conversation} />
      {asked.map((field) => (
        <Field key={field} label={words[field]}>
          <Textarea
            resize="vertical"
            maxLength={4000}
            value={form.value[field]}
            onChange={(_e, { value }) => form.change({ [field]: value })}
          />
        </Field>
      ))}
      <Field label={words.outcome}>
        <RadioGroup
          value={form.value.outcome}
          onChange={(_e, { value }) =>
            form.change({ outcome: outcomes.find((one) => one === value) ?? 'open' })
          }
        >
          {outcomes.map((status) => (
            <Radio key={status} value={status} label={words[status]} />
          ))}
        </RadioGroup>
      </Field>
      {form.conflict && (
        <Conflict
          theirs={[
            ...asked.map((field) => ({ label: words[field], text: saved[field] })),
            { label: words.outcome, text: words[saved.outcome] },
          ]}
          onTheirs={form.discard}
          onMine={() => void form.keepMine()}
        />
      )}
      {/* A conflict asks its own question, with its own buttons. */}
      {!form.conflict && <Saving state={form.state} name={words.save} onSave={() => void form.save()} />}
    </Group>
  )
}

/** What was agreed, and what the last talk said of it. */
function Remembered({ commitment, conversation }: { commitment: Commitment; conversation: Conversation }) {
  const { texts, language } = useSurroundings()
  const { owner, due, criterion, ifThen } = commitment
  const last = commitment.followUps.filter((one) => one.conversationId !== conversation.id).at(-1)
  const lines = [
    [texts.commitments.criterionLabel, criterion],
    [texts.commitments.ifThenLabel, ifThen],
    [texts.followUp.before, last?.next ?? ''],
    ...commitment.progress.slice(-3).map(({ text }) => [texts.followUp.meanwhile, text] as const),
  ].filter(([, text]) => text)
  return (
    <div style={{ display: 'grid', gap: tokens.spacingVerticalXS }}>
      <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }}>
        {commitment.what}
      </Text>
      <Text size={200}>
        {texts.followUp.forOwner(conversation.pair[owner].name, due && dayInWords(due, language))}
      </Text>
      {lines.map(([label, text], at) => (
        <Text key={`${at} ${label}`} size={200}>{`${label}: ${text}`}</Text>
      ))}
    </div>
  )
}
