import type { TipId } from '../contract/guide.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** Which tips a person has seen, and when. Named after tenant and person, so there is one of each. */
export type GuideDocument = {
  _id: string
  tenantId: string
  oid: string
  seen: Partial<Record<TipId, Date>>
}

export const guideSpec: CollectionSpec<GuideDocument> = {
  name: 'guides',
  scope: { of: 'person', exportedAs: 'tipsSeen' },
  indexes: [{ fields: { tenantId: 1, retainFrom: 1 } }],
}
