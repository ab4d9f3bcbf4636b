import { Text } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { SharedPreparation } from '../../../server/contract/preparation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { Group } from '../../components/Group.tsx'
import { otherOf } from '../../lib/pair.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { privacy } from '../../lib/texts/privacy.ts'
import { CommitmentLines } from '../commitments/CommitmentLines.tsx'
import { Ended } from './Ended.tsx'
import { FollowedUp } from '../follow-up/FollowedUp.tsx'
import type { Live } from '../live/useLive.ts'
import { NotesStep } from '../notes/NotesStep.tsx'
import { Balance } from '../parts-of-steps.ts'
import { Shared } from './Shared.tsx'

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
  const { texts } = useSurroundings()
  const { pair, preparation, followUps, publication } = conversation
  const other = otherOf(pair).name
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
      if (followUps.length === 0) return <Text>{texts.followUp.none}</Text>
      return followUps.map((one) => <FollowedUp key={one.id} commitment={one} conversation={conversation} />)
    case 'commitments':
      return <Made conversation={conversation} />
    case undefined:
      return (
        <>
          <Shared conversation={conversation} />
          <Suspense>{publication && <Balance conversation={conversation} />}</Suspense>
        </>
      )
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

function Made({ conversation }: { conversation: Conversation }) {
  const { texts } = useSurroundings()
  const { commitments, pair } = conversation
  if (commitments.length === 0) return <Text>{texts.commitments.none}</Text>
  return commitments.map((one) => (
    <Group key={one.id} name={one.what}>
      <CommitmentLines commitment={{ ...one, owner: pair[one.owner].name }} heading={false} />
    </Group>
  ))
}
