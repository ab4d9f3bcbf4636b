import type { OwnQuestionInput } from '../contract/question.ts'
import type { DocumentOfPerson } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** A question that a person wrote; `revision` goes up with each change. */
export type OwnQuestion = OwnQuestionInput & { id: string }

/** One person's saved questions: favourites and questions of their own. */
export type SavedQuestionsDocument = DocumentOfPerson & {
  /** Ids of questions of any source. */
  favourites: string[]
  questions: OwnQuestion[]
  revision: number
}

export const savedQuestionsSpec: SealedSpec<SavedQuestionsDocument> = {
  name: 'question-savedQuestions',
  scope: { of: 'person', exportedAs: 'questions' },
  fields: {
    tenantId: clear.id,
    oid: clear.id,
    retainFrom: clear.date,
    favourites: clear.id,
    questions: {
      id: clear.id,
      kind: clear.state,
      theme: clear.state,
      phases: clear.state,
      depth: clear.state,
      text: 'content',
      purpose: 'content',
      team: clear.state,
      revision: clear.number,
    },
    revision: clear.number,
  },
  indexes: [{ tenantId: 1, retainFrom: 1 }],
}
