import { Text, tokens } from '@fluentui/react-components'
import { isolated } from '../../../server/contract/isolated.ts'
import type { Commitment } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Group } from '../../components/Group.tsx'
import { dayInWords } from '../../lib/dates.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { CommitmentLines } from '../commitments/CommitmentLines.tsx'
import { followUpTexts } from './texts.ts'

/** An earlier commitment and all that a conversation said of it, to read. */
export function FollowedUp(props: { commitment: Commitment; conversation: Conversation }) {
  const { language } = useAppContext()
  const words = useTexts(followUpTexts)
  const { commitment, conversation } = props
  const said = commitment.followUps.find(({ conversationId }) => conversationId === conversation.id)
  const was = commitment.followUps.flatMap(({ reshapedFrom: before }) =>
    before ? [words.was(before.what, before.due ? dayInWords(before.due, language) : '')] : [],
  )
  const meanwhile = commitment.progress.map(({ text }) => `${words.meanwhile}: ${isolated(text)}`)
  const answers = said?.tried ? [`${words.tried} ${isolated(said.tried)}`] : []
  const more = (['next', 'obstacle', 'why'] as const).flatMap((field) =>
    said?.[field] ? [`${words[field].replace(/[^?]$/, '$&:')} ${isolated(said[field])}`] : [],
  )
  return (
    <Group name={commitment.what}>
      <CommitmentLines commitment={{ ...commitment, owner: conversation.pair[commitment.owner].name }} />
      {[...was, ...meanwhile, ...answers, ...more].map((line, at) => (
        <Text
          key={`${at} ${line}`}
          size={200}
          style={{ color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' }}
        >
          {line}
        </Text>
      ))}
      <Text size={200}>{words[commitment.status]}</Text>
    </Group>
  )
}
