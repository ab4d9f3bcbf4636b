import { Text, tokens } from '@fluentui/react-components'
import type { Commitment } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Group } from '../../components/Group.tsx'
import { dayInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import { CommitmentLines } from '../commitments/CommitmentLines.tsx'
import { asked } from './said.ts'

/** An earlier commitment and all that a talk said of it, to read. */
export function FollowedUp(props: { commitment: Commitment; conversation: Conversation }) {
  const { texts, language } = useSurroundings()
  const { commitment, conversation } = props
  const words = { ...texts.followUp, ...precision[language].followUp }
  const said = commitment.followUps.find(({ conversationId }) => conversationId === conversation.id)
  const was = commitment.followUps.flatMap(({ reshapedFrom: before }) =>
    before ? [words.was(before.what, before.due ? dayInWords(before.due, language) : '')] : [],
  )
  const meanwhile = commitment.progress.map(({ text }) => `${words.meanwhile}: ${text}`)
  const answers = said ? asked.map((field) => `${words[field]} ${said[field] || '—'}`) : []
  const more = (['obstacle', 'why'] as const).flatMap((field) =>
    said?.[field] ? [`${words[field]} ${said[field]}`] : [],
  )
  return (
    <Group name={commitment.what}>
      <CommitmentLines
        commitment={{ ...commitment, owner: conversation.pair[commitment.owner].name }}
        heading={false}
      />
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
