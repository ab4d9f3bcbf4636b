import { Type } from 'typebox'
import { Commitment } from './commitment.ts'
import { endpoint } from './endpoint.ts'
import { Pair } from './pair.ts'
import { Instant, Strict } from './shape.ts'

/** A commitment that is done or dropped, and since when. */
const ClosedCommitment = Strict({ commitment: Commitment, at: Instant })

/** The commitments of all my present pairs, mine and theirs. */
export const MyCommitments = Strict({
  now: Instant,
  pairs: Type.Array(
    Strict({
      pair: Pair,
      /** Those that are open, oldest first. */
      commitments: Type.Array(Commitment),
      /** Those that were closed in the last 30 days, newest first; at most 50 over all pairs. */
      closed: Type.Array(ClosedCommitment),
    }),
  ),
})
export type MyCommitments = Type.Static<typeof MyCommitments>

export const getCommitments = endpoint('GET /api/commitments', { response: MyCommitments })
