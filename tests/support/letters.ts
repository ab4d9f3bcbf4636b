import type { Binary } from 'mongodb'
import type { DocumentOfPair } from '../../server/database/collection.ts'
import { clear } from '../../server/sealing/clear.ts'
import type { Readable, SealedSpec } from '../../server/sealing/declaration.ts'

export type Letter = DocumentOfPair & {
  to: string
  size: number
  at?: Date
  people: { address: string; name: string; oid: string | null }[]
  lines?: { text?: string; step: string }[]
  body: { words: Record<string, string>; revision?: number; bytes?: Binary }
  draft?: (Readable<{ text: string }> & { revision: number }) | null
}
export const letterSpec: SealedSpec<Letter> = {
  name: 'letters',
  scope: { of: 'pair', exportedAs: null },
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    pairEnded: clear.mark,
    to: 'hashed',
    size: clear.number,
    at: clear.date,
    people: { address: 'hashed', name: 'content', oid: clear.id },
    lines: { text: 'content', step: clear.id },
    body: { $part: 'body', words: 'content', bytes: 'content', revision: clear.number },
    draft: { $part: 'draft', $marked: true, text: 'content', revision: clear.number },
  },
  indexes: [
    { tenantId: 1, to: 1 },
    { tenantId: 1, 'people.address': 1 },
    { pairId: 1, size: 1 },
  ],
}

export const letter = (_id: string, more: Partial<Letter> = {}): Letter => ({
  _id,
  tenantId: 't',
  pairId: `pair ${_id}`,
  to: 'sanne@zephyr.example',
  size: 1,
  people: [
    { address: 'sanne@zephyr.example', name: 'Sanne Zephyr', oid: null },
    { address: 'milan@zephyr.example', name: 'Milan Zephyr', oid: 'm' },
  ],
  body: { words: { goal: 'Zephyr wil stoppen' } },
  ...more,
})
