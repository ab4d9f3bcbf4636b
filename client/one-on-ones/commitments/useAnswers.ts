import { useState } from 'react'
import {
  answerCommitment,
  type Commitment,
  type CommitmentAnswer,
} from '../../../server/contract/commitment.ts'
import type { Pair } from '../../../server/contract/pair.ts'
import { useAppContext } from '../../lib/app-context.tsx'
import { useAction } from '../../lib/useAction.ts'

/** A commitment, and the pair that it is of. */
export type OfPair = { pair: Pair; commitment: Commitment }

/**
 * My answers to commitments. One that I ticked stays in its place, so that it can be taken back.
 * @param open those that are open by the last answer of the server
 */
export function useAnswers(open: OfPair[]) {
  const { api } = useAppContext()
  const [said, setSaid] = useState<OfPair[]>([])
  const { busy, refused, run } = useAction()
  const saidOf = (id: string) => said.find(({ commitment }) => commitment.id === id)
  const newer = (one: OfPair): OfPair => {
    const mine = saidOf(one.commitment.id)
    return mine && mine.commitment.revision > one.commitment.revision ? mine : one
  }
  const answer = ({ pair, commitment }: OfPair, body: CommitmentAnswer) =>
    run(async () => {
      const params = { pairId: pair.id, commitmentId: commitment.id }
      const now = await api(answerCommitment, { params, body })
      setSaid((all) => [...all.filter((one) => one.commitment.id !== now.id), { pair, commitment: now }])
    })
  const isListed = ({ commitment }: OfPair) => open.some((one) => one.commitment.id === commitment.id)
  return {
    items: [...open.map(newer), ...said.filter((one) => !isListed(one))],
    answer,
    busy,
    refused,
  }
}
