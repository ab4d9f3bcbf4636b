import { tipIds, type TipId } from '../contract/guide.ts'
import { personId, type PersonKey } from '../contract/person-key.ts'
import type { Collection } from '../database/collection.ts'
import type { GuideDocument } from './collection.ts'

export const guideData = (guides: Collection<GuideDocument>) => ({
  async seen(person: PersonKey): Promise<TipId[]> {
    const found = await guides.findOne({ _id: personId(person) })
    return tipIds.filter((tip) => found?.seen[tip])
  },
})
