import { Failed } from '../../components/basics.tsx'
import { CommitmentRow } from './CommitmentRow.tsx'
import { useAnswers, type OfPair } from './useAnswers.ts'

/** One open commitment on the page of its pair, with what can be done with it. */
export function PairCommitment({ pair, commitment, now }: OfPair & { now: string }) {
  const answers = useAnswers([{ pair, commitment }])
  const { items, refused } = answers
  return (
    <>
      {items.map((one) => (
        <CommitmentRow key={one.commitment.id} one={one} now={now} answers={answers} />
      ))}
      {refused && <Failed>{refused}</Failed>}
    </>
  )
}
