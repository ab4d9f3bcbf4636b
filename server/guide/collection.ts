import type { TipId } from '../contract/guide.ts'
import type { DocumentOfPerson } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** Which tips a person has seen, and when. */
export type GuideDocument = DocumentOfPerson & {
  seen: Partial<Record<TipId, Date>>
}

export const guideSpec: SealedSpec<GuideDocument> = {
  name: 'guides',
  scope: { of: 'person', exportedAs: 'tipsSeen' },
  fields: {
    tenantId: clear.id,
    oid: clear.id,
    retainFrom: clear.date,
    seen: { $each: clear.date },
  },
  indexes: [{ tenantId: 1, retainFrom: 1 }],
}
