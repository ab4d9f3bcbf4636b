import type { FoundQuestion, OwnQuestionInput, Question } from '../contract/question.ts'
import type { OwnQuestion, SavedQuestionsDocument } from './collection.ts'

export type SavedQuestions = Pick<SavedQuestionsDocument, 'favourites' | 'questions'>
export type Changed =
  { ok: true; saved: SavedQuestions } | { ok: false; reason: 'changed-meanwhile' | 'enough' }

/** How many of each kind one person may have. */
const mostSaved = 100

/** How a question of somebody's own is named among those of the library. */
export const ownQuestionId = (id: string): string => `own-${id}`

/** @param known what the person can find now: favourites that are gone take no place */
export function withFavourite(saved: SavedQuestions, id: string, known: Set<string>): Changed {
  const favourites = [...saved.favourites.filter((one) => one !== id && known.has(one)), id]
  return favourites.length > mostSaved
    ? { ok: false, reason: 'enough' }
    : { ok: true, saved: { ...saved, favourites } }
}

export const withoutFavourite = (saved: SavedQuestions, id: string): Changed => ({
  ok: true,
  saved: { ...saved, favourites: saved.favourites.filter((one) => one !== id) },
})

/** Makes the question (`revision` 0) or changes the one that was seen; the same request again is the same question. */
export function withQuestion(saved: SavedQuestions, id: string, input: OwnQuestionInput): Changed {
  const before = saved.questions.find((one) => one.id === id)
  const written: OwnQuestion = { id, ...input, revision: input.revision + 1 }
  if (before && JSON.stringify({ ...before, ...written }) === JSON.stringify(before))
    return { ok: true, saved }
  if ((before?.revision ?? 0) !== input.revision) return { ok: false, reason: 'changed-meanwhile' }
  if (!before && saved.questions.length >= mostSaved) return { ok: false, reason: 'enough' }
  const questions = before
    ? saved.questions.map((one) => (one.id === id ? written : one))
    : [...saved.questions, written]
  return { ok: true, saved: { ...saved, questions } }
}

/** Already gone is what was asked for. */
export function withoutQuestion(saved: SavedQuestions, id: string, revision: number): Changed {
  const before = saved.questions.find((one) => one.id === id)
  if (before && before.revision !== revision) return { ok: false, reason: 'changed-meanwhile' }
  return {
    ok: true,
    saved: {
      favourites: saved.favourites.filter((one) => one !== ownQuestionId(id)),
      questions: saved.questions.filter((one) => one.id !== id),
    },
  }
}

/** A question of somebody's own; it is in one language, and stands as it was written. */
export function asQuestion({ id, kind, text, purpose, theme, phases, depth }: OwnQuestion): Question {
  return {
    id: ownQuestionId(id),
    kind,
    text: { nl: text, en: text },
    purpose: { nl: purpose, en: purpose },
    theme,
    phases,
    depth,
  }
}

/** The same as people find it. */
export function found(own: OwnQuestion, favourites: string[], isMine: boolean): FoundQuestion {
  const question = asQuestion(own)
  return {
    ...question,
    source: own.team ? 'team' : 'mine',
    favourite: favourites.includes(question.id),
    ...(isMine ? { ownId: own.id, revision: own.revision } : {}),
  }
}
