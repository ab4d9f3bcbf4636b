import { Text } from '@fluentui/react-components'
import { isolated } from '../../../server/contract/isolated.ts'
import type { Summary } from '../../../server/contract/conversation.ts'
import { dayInWords } from '../../lib/dates.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { commitmentPartTexts } from '../../../server/contract/shared-texts.ts'

const asTyped = { whiteSpace: 'pre-wrap', display: 'block' } as const

/** A commitment to read. */
export function CommitmentLines(props: { commitment: Summary['commitments'][number]; isHeading?: boolean }) {
  const { language } = useAppContext()
  const words = useTexts(commitmentPartTexts)
  const { owner, what, firstStep, due, criterion, ifThen } = props.commitment
  const lines = [
    [words.firstStep, firstStep],
    [words.due, due && dayInWords(due, language)],
    [words.criterion, criterion],
    [words.ifThen, ifThen],
  ].filter(([, text]) => text)
  return (
    <div>
      <Text as={props.isHeading ? 'h3' : 'p'} size={300} weight="semibold" block style={{ margin: 0 }}>
        {`${isolated(owner)}: ${isolated(what)}`}
      </Text>
      {lines.map(([label, text]) => (
        <Text key={label} style={asTyped}>{`${label}: ${isolated(text ?? '')}`}</Text>
      ))}
    </div>
  )
}
