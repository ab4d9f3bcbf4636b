import { Text } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { SharedPreparation } from '../../../server/contract/preparation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { Heading } from '../../components/basics.tsx'
import { Group } from '../../components/Group.tsx'
import { otherOf } from '../../lib/pair.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { CommitmentLines } from '../commitments/CommitmentLines.tsx'
import { Ended } from './Ended.tsx'
import { FollowedUp } from '../follow-up/FollowedUp.tsx'
import type { Live } from '../live/useLive.ts'
import { NotesStep } from '../notes/NotesStep.tsx'
import { Feedback } from '../parts-of-steps.ts'
import { Shared } from './Shared.tsx'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { preparationTexts } from '../preparation/texts.ts'
import { followUpTexts } from '../follow-up/texts.ts'
import { pastTexts } from './texts.ts'
import { commitmentTexts } from '../commitments/texts.ts'

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
  const words = useTexts(preparationTexts)
  const followUp = useTexts(followUpTexts)
  const { pair, preparation, followUps, publication } = conversation
  const other = otherOf(pair).name
  switch (step?.kind) {
    case 'preparation':
      return (
        <>
          <Prepared name={words.from(other)} prepared={preparation.theirs} />
          <Prepared name={words.mine} prepared={preparation.mine} />
        </>
      )
    case 'notes':
      return <NotesStep key={step.id} step={step} conversation={conversation} live={live} />
    case 'follow-up':
      if (followUps.length === 0) return <Text>{followUp.none}</Text>
      return followUps.map((one) => <FollowedUp key={one.id} commitment={one} conversation={conversation} />)
    case 'commitments':
      return <Made conversation={conversation} />
    case undefined:
      return (
        <>
          <Shared conversation={conversation} />
          <Suspense>{publication && <Feedback conversation={conversation} />}</Suspense>
        </>
      )
  }
}

function Prepared({ name, prepared }: { name: string; prepared: SharedPreparation | null }) {
  const words = useTexts(pastTexts)
  const { unreadableTheirs } = useTexts(privacyTexts)
  const text = [...(prepared?.topics ?? []), prepared?.note ?? ''].join('\n').trim()
  return (
    <Group name={name}>
      <Heading>{name}</Heading>
      <Text style={{ whiteSpace: 'pre-wrap' }}>
        {prepared?.unreadable ? unreadableTheirs : text || words.nothing}
      </Text>
    </Group>
  )
}

function Made({ conversation }: { conversation: Conversation }) {
  const words = useTexts(commitmentTexts)
  const { commitments, pair } = conversation
  if (commitments.length === 0) return <Text>{words.none}</Text>
  return commitments.map((one) => (
    <Group key={one.id} name={one.what}>
      <CommitmentLines commitment={{ ...one, owner: pair[one.owner].name }} />
    </Group>
  ))
}
