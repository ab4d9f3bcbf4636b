import { tipIds, type TipId } from '../contract/guide.ts'
import type { Collection } from '../database/collection.ts'
import { personId } from '../person/collection.ts'
import type { GuideDocument } from './collection.ts'

export const guideData = (guides: Collection<GuideDocument>) => ({
  async seen(person: { tenantId: string; oid: string }): Promise<TipId[]> {
    const found = await guides.findOne({ _id: personId(person) })
    return tipIds.filter((tip) => found?.seen[tip])
  },
})
