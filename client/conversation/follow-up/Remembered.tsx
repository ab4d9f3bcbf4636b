import { Text, tokens } from '@fluentui/react-components'
import { isolated } from '../../../server/contract/isolated.ts'
import type { Commitment, Wording } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Heading } from '../../components/basics.tsx'
import { dayInWords } from '../../lib/dates.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import type { Fresh } from '../useFresh.ts'
import { commitmentPartTexts } from '../../../server/contract/shared-texts.ts'
import { followUpTexts } from './texts.ts'

/** The commitment as it was agreed, as it read before, and the last conversation's follow-up. */
export function Remembered(props: { commitment: Commitment; conversation: Conversation; fresh: Fresh }) {
  const { language } = useAppContext()
  const words = useTexts(commitmentPartTexts)
  const followUp = useTexts(followUpTexts)
  const { commitment, conversation } = props
  const { owner, due, criterion, ifThen, followUps } = commitment
  const last = followUps.filter((one) => one.conversationId !== conversation.id).at(-1)
  const day = (date: string | null) => (date ? dayInWords(date, language) : '')
  const lines = [
    [words.criterion, criterion],
    [words.ifThen, ifThen],
    [followUp.before, last?.next ?? ''],
  ]
    .filter(([, text]) => text)
    .map(([label, text]) => `${label}: ${isolated(text ?? '')}`)
  const { was } = followUp
  const versions: Wording[] = [...followUps.flatMap((one) => one.reshapedFrom ?? []), commitment]
  const earlier = versions.slice(0, -1).flatMap((one, at) => {
    const next = versions[at + 1]
    const isReworded = one.what !== next?.what || one.due !== next.due
    const rest = (['firstStep', 'criterion', 'ifThen'] as const).flatMap((part) =>
      one[part] && one[part] !== next?.[part] ? [was(`${words[part]}: ${isolated(one[part])}`, '')] : [],
    )
    return [...(isReworded ? [was(one.what, day(one.due))] : []), ...rest]
  })
  return (
    <div style={{ display: 'grid', gap: tokens.spacingVerticalXS }}>
      <Heading>{commitment.what}</Heading>
      <Text size={200}>{followUp.forOwner(conversation.pair[owner].name, day(due) || null)}</Text>
      {[...earlier, ...lines].map((line, at) => (
        <Text key={`${at} ${line}`} size={200}>
          {line}
        </Text>
      ))}
      <Meanwhile {...props} />
    </div>
  )
}
