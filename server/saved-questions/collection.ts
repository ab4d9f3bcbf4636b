import type { OwnQuestionInput } from '../contract/question.ts'
import type { CollectionSpec, DocumentOfPerson } from '../database/collection.ts'

/** A question that a person wrote; `revision` goes up with each change. */
export type OwnQuestion = OwnQuestionInput & { id: string }

/** One person's saved questions: favourites and questions of their own. */
export type SavedQuestionsDocument = DocumentOfPerson & {
  /** Ids of questions of any source. */
  favourites: string[]
  questions: OwnQuestion[]
  revision: number
}

export const savedQuestionsSpec: CollectionSpec<SavedQuestionsDocument> = {
  name: 'question-savedQuestions',
  scope: { of: 'person', exportedAs: 'questions' },
  indexes: [{ tenantId: 1, retainFrom: 1 }],
}
