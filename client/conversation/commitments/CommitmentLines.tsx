import { Text } from '@fluentui/react-components'
import type { Summary } from '../../../server/contract/conversation.ts'
import { dayInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'

const asTyped = { whiteSpace: 'pre-wrap', display: 'block' } as const

/** A commitment to read. */
export function CommitmentLines(props: { commitment: Summary['commitments'][number]; heading: boolean }) {
  const { texts, language } = useSurroundings()
  const words = texts.commitments
  const { owner, what, firstStep, due, criterion, ifThen } = props.commitment
  const lines = [
    [words.firstStepLabel, firstStep],
    [words.dueLabel, due && dayInWords(due, language)],
    [words.criterionLabel, criterion],
    [words.ifThenLabel, ifThen],
  ].filter(([, text]) => text)
  return (
    <div>
      <Text as={props.heading ? 'h3' : 'p'} size={300} weight="semibold" block style={{ margin: 0 }}>
        {`${owner}: ${what}`}
      </Text>
      {lines.map(([label, text]) => (
        <Text key={label} style={asTyped}>{`${label}: ${text}`}</Text>
      ))}
    </div>
  )
}
