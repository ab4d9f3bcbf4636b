import type { Role } from '../contract/pair.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** `oid` is null until that person has opened Groei: an invite names people by address only. */
export type Member = {
  address: string
  name: string
  oid: string | null
  role: Role
  /** Marks the events of this pair that they organise as private before a section goes into them. */
  keepPrivate?: boolean
}

export type PairDocument = {
  _id: string
  tenantId: string
  /** The two addresses in order, see `pairKey`. */
  key: string
  /** In the order of the key. */
  members: [Member, Member]
  createdAt: Date
}

export const pairSpec: CollectionSpec<PairDocument> = {
  name: 'pairs',
  indexes: [{ fields: { tenantId: 1, key: 1 }, unique: true }, { fields: { tenantId: 1, 'members.oid': 1 } }],
}
