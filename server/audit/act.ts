import type { AuditWho } from '../contract/audit.ts'
import type { Role } from '../contract/pair.ts'
import { allPairs } from './collection.ts'

/** Who did it, and in which talk of which pair; the route has checked that they are in it. */
export type Act = {
  tenantId: string
  /** Or all pairs of a tenant, by `allPairs`. */
  pairId: string
  who: AuditWho
  /** Null: it is about the pair. */
  talk: { id: string; start: Date } | null
  /** Which commitment, question or review pack: two of them are never told as one. */
  about?: string
  at: Date
}

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
