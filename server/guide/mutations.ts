import type { TipId } from '../contract/guide.ts'
import { personId, type PersonKey } from '../contract/person-key.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import type { GuideDocument } from './collection.ts'

export const guideMutations = (guides: Collection<GuideDocument>) => ({
  /** Once is enough: another time changes the moment only. */
  async see({ tenantId, oid }: PersonKey, tip: TipId, at: Date): Promise<void> {
    await onceMoreOnDuplicate(() =>
      guides.updateOne(
        { _id: personId({ tenantId, oid }) },
        { $set: { [`seen.${tip}`]: at }, $setOnInsert: { tenantId, oid } },
        { upsert: true },
      ),
    )
  },
})
