import type { Member, PairDocument } from '../pair/collection.ts'
import type { Act } from './mutations.ts'

/** That one of the two did something with what is theirs outside any one talk, for the trail. */
export const pairAct = (pair: PairDocument, member: Member, at: Date): Act => ({
  tenantId: pair.tenantId,
  pairId: pair._id,
  who: member.role,
  talk: null,
  at,
})
