import type { Collection } from '../database/collection.ts'
import type { PairDocument } from './collection.ts'

export const pairData = (pairs: Collection<PairDocument>) => ({
  byId: (pairId: string, tenantId: string) => pairs.findOne({ _id: pairId, tenantId }),
  byKey: (tenantId: string, key: string) => pairs.findOne({ tenantId, key }),
  ofPerson: (tenantId: string, oid: string) => pairs.find({ tenantId, 'members.oid': oid }).toArray(),
})
export type PairData = ReturnType<typeof pairData>
