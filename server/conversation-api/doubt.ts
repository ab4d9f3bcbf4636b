import type { OneOnOne } from '../meeting/one-on-one.ts'
import type { PairDocument } from '../pair/collection.ts'
import { unansweredIn } from '../pair/policy.ts'

export type Doubt = { pairId: string; name: string; address: string; saidPerson: boolean }

/**
 * Somebody on the invite who may be no person, or is one as the two said; one at a time. Null: it is a meeting of the two
 * alone, as far as is known.
 */
export function doubtIn(
  pair: Pick<PairDocument, '_id' | 'members' | 'noteTakers'>,
  meeting: OneOnOne,
): Doubt | null {
  const unanswered = unansweredIn(pair, meeting)[0]
  const person = meeting.noteTakers?.find(({ address }) =>
    pair.noteTakers?.some((one) => one.address === address && one.isPerson),
  )
  // One who is a person settles it: nothing more is asked.
  const one = person ?? unanswered
  return one ? { pairId: pair._id, ...one, saidPerson: person !== undefined } : null
}
