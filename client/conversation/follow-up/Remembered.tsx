import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { firstName } from '../../../server/contract/first-name.ts'
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

const useStyles = makeStyles({
  more: { minWidth: '24px', minHeight: '24px', padding: 0, textDecorationLine: 'underline' },
})

/** The commitment as it was agreed, as it read before, and the last conversation's follow-up. */
export function Remembered(props: { commitment: Commitment; conversation: Conversation; fresh: Fresh }) {
  const { language } = useAppContext()
  const words = useTexts(commitmentPartTexts)
  const followUp = useTexts(followUpTexts)
  const styles = useStyles()
  const { commitment, conversation } = props
  // How it was meant, and how it read before: for who asks.
  const [isUnfolded, setUnfolded] = useState(false)
  const { owner, due, firstStep, criterion, ifThen, followUps } = commitment
  const last = followUps.filter((one) => one.conversationId !== conversation.id).at(-1)
  const day = (date: string | null) => (date ? dayInWords(date, language) : '')
  const lines = [
    [words.firstStep, firstStep],
    [words.criterion, criterion],
    [words.ifThen, ifThen],
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
  const more = [...earlier, ...lines]
  return (
    <div style={{ display: 'grid', gap: tokens.spacingVerticalXS }}>
      <Heading>{commitment.what}</Heading>
      <Text size={200}>
        {followUp.forOwner(firstName(conversation.pair[owner].name), day(due) || null)}
        {more.length > 0 && (
          <>
            {' · '}
            <Button
              className={styles.more}
              appearance="transparent"
              size="small"
              aria-expanded={isUnfolded}
              onClick={() => setUnfolded(!isUnfolded)}
            >
              {isUnfolded ? followUp.less : followUp.more}
            </Button>
          </>
        )}
      </Text>
      {isUnfolded &&
        more.map((line, at) => (
          <Text key={`${at} ${line}`} size={200}>
            {line}
          </Text>
        ))}
      {last?.next && <Text size={200}>{`${followUp.before}: ${isolated(last.next)}`}</Text>}
      <Meanwhile {...props} />
    </div>
  )
}
