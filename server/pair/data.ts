import type { PersonKey } from '../contract/person-key.ts'
import type { Collections } from '../plugins/context.ts'
import type { Collection } from '../database/collection.ts'
import type { Member, PairDocument } from './collection.ts'
import { isOver, memberOf } from './policy.ts'

export const pairData = (pairs: Collection<PairDocument>) => {
  /** All that a person may read, those that ended too, each with the person's own place in it. */
  const membershipsOf = async ({ tenantId, oid }: PersonKey): Promise<Membership[]> => {
    const found = await pairs.find({ tenantId, 'members.oid': oid }).toArray()
    return found.flatMap((pair) => {
      const member = memberOf(pair, { tenantId, oid })
      return member ? [{ pair, member }] : []
    })
  }
  /** The same pairs. */
  const everOfPerson = async (tenantId: string, oid: string): Promise<PairDocument[]> =>
    (await membershipsOf({ tenantId, oid })).map(({ pair }) => pair)
  return {
    byId: (pairId: string, tenantId: string) => pairs.findOne({ _id: pairId, tenantId }),
    /** In the order of the keys. */
    async byKeys(tenantId: string, keys: string[]): Promise<PairDocument[]> {
      const found = await pairs.find({ tenantId, key: { $in: [...new Set(keys)] } }).toArray()
      return found.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
    },
    /** Those that go on, and in which somebody has one of these addresses. */
    withAddress: async (tenantId: string, addresses: string[]): Promise<PairDocument[]> => {
      const found = await pairs.find({ tenantId, 'members.address': { $in: addresses } }).toArray()
      return found.filter((pair) => !isOver(pair))
    },
    /** Those that ended, and had this key. */
    endedAs: (tenantId: string, key: string) => pairs.find({ tenantId, formerKey: key }).toArray(),
    everOfPerson,
    membershipsOf,
    /** Those that go on: whatever looks ahead, reminds or plans knows no others. */
    ofPerson: async (tenantId: string, oid: string) =>
      (await everOfPerson(tenantId, oid)).filter((pair) => !isOver(pair)),
  }
}
export type PairData = ReturnType<typeof pairData>

export type Membership = { pair: PairDocument; member: Member }

/** The access check of a pair: it exists, in this tenant, with the person as a member. Null does not say which failed. */
export function pairAccess(
  collections: Collections,
): (person: PersonKey, pairId: string) => Promise<Membership | null> {
  const pairs = pairData(collections.pairs)
  return async (person, pairId) => {
    const pair = await pairs.byId(pairId, person.tenantId)
    const member = pair && memberOf(pair, person)
    return pair && member ? { pair, member } : null
  }
}
