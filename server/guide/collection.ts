import type { TipId } from '../contract/guide.ts'
import type { CollectionSpec, DocumentOfPerson } from '../database/collection.ts'

/** Which tips a person has seen, and when. */
export type GuideDocument = DocumentOfPerson & {
  seen: Partial<Record<TipId, Date>>
}

export const guideSpec: CollectionSpec<GuideDocument> = {
  name: 'guides',
  scope: { of: 'person', exportedAs: 'tipsSeen' },
  indexes: [{ tenantId: 1, retainFrom: 1 }],
}
