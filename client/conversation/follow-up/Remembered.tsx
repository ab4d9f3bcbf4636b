import { Text, tokens } from '@fluentui/react-components'
import type { Commitment, Wording } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { dayInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import { Meanwhile } from './Meanwhile.tsx'
import type { Fresh } from '../useFresh.ts'

/** What was agreed, how it read before, and what the last talk said of it. */
export function Remembered(props: { commitment: Commitment; conversation: Conversation; fresh: Fresh }) {
  const { texts, language } = useSurroundings()
  const { commitment, conversation } = props
  const { owner, due, criterion, ifThen, followUps } = commitment
  const last = followUps.filter((one) => one.conversationId !== conversation.id).at(-1)
  const day = (date: string | null) => (date ? dayInWords(date, language) : '')
  const lines = [
    [texts.commitments.criterionLabel, criterion],
    [texts.commitments.ifThenLabel, ifThen],
    [texts.followUp.before, last?.next ?? ''],
  ]
    .filter(([, text]) => text)
    .map(([label, text]) => `${label}: ${text}`)
  const { was } = precision[language].followUp
  const versions: Wording[] = [...followUps.flatMap((one) => one.reshapedFrom ?? []), commitment]
  const earlier = versions.slice(0, -1).flatMap((one, at) => {
    const next = versions[at + 1]
    const isReworded = one.what !== next?.what || one.due !== next.due
    const rest = (['firstStep', 'criterion', 'ifThen'] as const).flatMap((part) =>
      one[part] && one[part] !== next?.[part]
        ? [was(`${texts.commitments[`${part}Label`]}: ${one[part]}`, '')]
        : [],
    )
    return [...(isReworded ? [was(one.what, day(one.due))] : []), ...rest]
  })
  return (
    <div style={{ display: 'grid', gap: tokens.spacingVerticalXS }}>
      <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }}>
        {commitment.what}
      </Text>
      <Text size={200}>{texts.followUp.forOwner(conversation.pair[owner].name, day(due) || null)}</Text>
      {[...earlier, ...lines].map((line, at) => (
        <Text key={`${at} ${line}`} size={200}>
          {line}
        </Text>
      ))}
      <Meanwhile {...props} />
    </div>
  )
}
