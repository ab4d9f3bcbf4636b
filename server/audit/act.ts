import type { Role } from '../contract/pair.ts'
import { allPairs } from './collection.ts'
import type { Act } from './mutations.ts'

type Pair = { _id: string; tenantId: string }

/** That one of the two did something with what is theirs outside any one talk, for the trail. */
export const pairAct = (pair: Pair, member: { role: Role }, at: Date): Act => ({
  tenantId: pair.tenantId,
  pairId: pair._id,
  who: member.role,
  talk: null,
  at,
})

/** That an admin changed something for everybody in the tenant. */
export const adminAct = (tenantId: string, at: Date): Act => ({
  tenantId,
  pairId: allPairs(tenantId),
  who: 'admin',
  talk: null,
  at,
})
