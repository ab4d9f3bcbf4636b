import { Text, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { SharedPreparation } from '../../server/contract/preparation.ts'
import type { Step } from '../../server/contract/template.ts'
import { Group } from '../components/Group.tsx'
import { momentInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { privacy } from '../lib/texts/privacy.ts'
import { CommitmentLines } from './CommitmentLines.tsx'
import { Ended } from './Ended.tsx'
import type { Live } from './live/useLive.ts'
import { NotesStep } from './NotesStep.tsx'
import { Balance } from './parts.ts'

type Props = { step: Step | undefined; conversation: Conversation; live: Live }

/** A step of a pair that ended: all that stood in it, to read. */
export function PastStep(props: Props) {
  return (
    <>
      <Ended pair={props.conversation.pair} />
      <Body {...props} />
    </>
  )
}

function Body({ step, conversation, live }: Props) {
  const { texts, language } = useSurroundings()
  const { pair, preparation, followUps, commitments, publication } = conversation
  const other = pair[pair.myRole === 'coach' ? 'employee' : 'coach'].name
  switch (step?.kind) {
    case 'preparation':
      return (
        <>
          <Prepared name={texts.preparation.from(other)} prepared={preparation.theirs} />
          <Prepared name={texts.preparation.mine} prepared={preparation.mine} />
        </>
      )
    case 'notes':
      return <NotesStep key={step.id} step={step} conversation={conversation} live={live} />
    case 'follow-up':
      return <Made commitments={followUps} conversation={conversation} none={texts.followUp.none} />
    case 'commitments':
      return <Made commitments={commitments} conversation={conversation} none={texts.commitments.none} />
    case undefined: {
      const { target, state } = publication ?? {}
      const published = state === 'published' && target
      return (
        <>
          <Text>
            {published
              ? texts.finish.published(target.subject, momentInWords(target.start, language, undefined))
              : privacy[language].notPublished}
          </Text>
          <Suspense>{publication && <Balance conversation={conversation} />}</Suspense>
        </>
      )
    }
  }
}

function Prepared({ name, prepared }: { name: string; prepared: SharedPreparation | null }) {
  const { language } = useSurroundings()
  const words = privacy[language]
  const text = [...(prepared?.topics ?? []), prepared?.note ?? ''].join('\n').trim()
  return (
    <Group name={name}>
      <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }}>
        {name}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap' }}>
        {prepared?.unreadable ? words.unreadableTheirs : text || words.nothing}
      </Text>
    </Group>
  )
}

function Made(props: { commitments: Commitment[]; conversation: Conversation; none: string }) {
  const { texts } = useSurroundings()
  const words = texts.followUp
  const { commitments, conversation, none } = props
  if (commitments.length === 0) return <Text>{none}</Text>
  return commitments.map((one) => {
    const said = one.followUps.find(({ conversationId }) => conversationId === conversation.id)
    return (
      <Group key={one.id} name={one.what}>
        <CommitmentLines commitment={{ ...one, owner: conversation.pair[one.owner].name }} heading={false} />
        {said &&
          (['tried', 'happened', 'next'] as const).map((field) => (
            <Text key={field} size={200} style={{ color: tokens.colorNeutralForeground2 }}>
              {`${words[field]} ${said[field] || '—'}`}
            </Text>
          ))}
        <Text size={200}>{words[one.status]}</Text>
      </Group>
    )
  })
}
