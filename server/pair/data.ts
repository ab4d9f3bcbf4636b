import type { Collection, Database } from '../database/collection.ts'
import { pairSpec, type Member, type PairDocument } from './collection.ts'
import { isOver, memberOf } from './policy.ts'

type Who = { tenantId: string; oid: string }

export const pairData = (pairs: Collection<PairDocument>) => {
  /** All that a person may read, those that ended too. */
  const everOfPerson = async (tenantId: string, oid: string) => {
    const found = await pairs.find({ tenantId, 'members.oid': oid }).toArray()
    return found.filter((pair) => memberOf(pair, { tenantId, oid }))
  }
  return {
    byId: (pairId: string, tenantId: string) => pairs.findOne({ _id: pairId, tenantId }),
    /** In the order of the keys. */
    async byKeys(tenantId: string, keys: string[]): Promise<PairDocument[]> {
      const found = await pairs.find({ tenantId, key: { $in: [...new Set(keys)] } }).toArray()
      return found.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
    },
    /** Those that ended, and had this key. */
    endedAs: (tenantId: string, key: string) => pairs.find({ tenantId, formerKey: key }).toArray(),
    everOfPerson,
    /** Those that go on: whatever looks ahead, reminds or plans knows no others. */
    ofPerson: async (tenantId: string, oid: string) =>
      (await everOfPerson(tenantId, oid)).filter((pair) => !isOver(pair)),
  }
}
export type PairData = ReturnType<typeof pairData>

/** The one door to a pair: there, of this tenant, and the person is a member of it. Null does not say which failed. */
export async function pairAccess(
  database: Database,
): Promise<(person: Who, pairId: string) => Promise<{ pair: PairDocument; member: Member } | null>> {
  const pairs = pairData(await database.collection(pairSpec))
  return async (person, pairId) => {
    const pair = await pairs.byId(pairId, person.tenantId)
    const member = pair && memberOf(pair, person)
    return pair && member ? { pair, member } : null
  }
}
