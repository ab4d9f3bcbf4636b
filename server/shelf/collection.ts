import type { OwnQuestionInput } from '../contract/question.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** A question that a person wrote; `revision` goes up with each change. */
export type OwnQuestion = OwnQuestionInput & { id: string }

/** What one person keeps at hand: favourites, and questions of their own. Named after tenant and person. */
export type ShelfDocument = {
  _id: string
  tenantId: string
  oid: string
  /** Ids of questions of any source. */
  favourites: string[]
  questions: OwnQuestion[]
  revision: number
}

export const shelfSpec: CollectionSpec<ShelfDocument> = { name: 'question-shelves', indexes: [] }
