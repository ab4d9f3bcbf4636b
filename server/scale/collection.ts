import type { Role } from '../contract/pair.ts'
import type { DocumentOfPair } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** The answer of one of the two to one scale question in one conversation. */
export type ScaleDocument = DocumentOfPair & {
  conversationId: string
  question: string
  role: Role
  value: number
  notLower: string
  oneMore: string
  /** When the conversation began, for the course: as it was planned when this was written. */
  start: Date
  revision: number
  at: Date
}

export const scaleSpec: SealedSpec<ScaleDocument> = {
  name: 'scales',
  scope: { of: 'pair', marked: true, exportedAs: 'scales' },
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    pairEnded: clear.mark,
    conversationId: clear.id,
    question: clear.id,
    role: clear.state,
    value: 'content',
    notLower: 'content',
    oneMore: 'content',
    start: clear.date,
    revision: clear.number,
    at: clear.date,
  },
  indexes: [
    { pairId: 1, question: 1, start: 1 },
    { pairId: 1, start: 1 },
  ],
}

/** Named after whose answer to what it is, so that there is one. */
export const scaleId = (one: Pick<ScaleDocument, 'conversationId' | 'question' | 'role'>): string =>
  `${one.conversationId}.${one.question}.${one.role}`
