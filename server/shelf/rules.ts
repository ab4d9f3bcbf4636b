import type { FoundQuestion, OwnQuestionInput, Question } from '../contract/question.ts'
import type { OwnQuestion, ShelfDocument } from './collection.ts'

/** What is on a shelf. */
export type Shelf = Pick<ShelfDocument, 'favourites' | 'questions'>
export type Changed = { ok: true; shelf: Shelf } | { ok: false; reason: 'changed-meanwhile' | 'enough' }

/** Of each kind, for one person. */
export const mostOnShelf = 100

/** How a question of somebody's own is named among those of the library. */
export const ownQuestionId = (id: string): string => `own-${id}`

/** @param known what the person can find now: favourites that are gone take no place */
export function withFavourite(shelf: Shelf, id: string, known: Set<string>): Changed {
  const favourites = [...shelf.favourites.filter((one) => one !== id && known.has(one)), id]
  return favourites.length > mostOnShelf
    ? { ok: false, reason: 'enough' }
    : { ok: true, shelf: { ...shelf, favourites } }
}

export const withoutFavourite = (shelf: Shelf, id: string): Changed => ({
  ok: true,
  shelf: { ...shelf, favourites: shelf.favourites.filter((one) => one !== id) },
})

/** Makes the question (`revision` 0) or changes the one that was seen; the same request again is the same question. */
export function withQuestion(shelf: Shelf, id: string, input: OwnQuestionInput): Changed {
  const before = shelf.questions.find((one) => one.id === id)
  const written: OwnQuestion = { id, ...input, revision: input.revision + 1 }
  if (before && JSON.stringify({ ...before, ...written }) === JSON.stringify(before))
    return { ok: true, shelf }
  if ((before?.revision ?? 0) !== input.revision) return { ok: false, reason: 'changed-meanwhile' }
  if (!before && shelf.questions.length >= mostOnShelf) return { ok: false, reason: 'enough' }
  const questions = before
    ? shelf.questions.map((one) => (one.id === id ? written : one))
    : [...shelf.questions, written]
  return { ok: true, shelf: { ...shelf, questions } }
}

/** Already gone is what was asked for. */
export function withoutQuestion(shelf: Shelf, id: string, revision: number): Changed {
  const before = shelf.questions.find((one) => one.id === id)
  if (before && before.revision !== revision) return { ok: false, reason: 'changed-meanwhile' }
  return {
    ok: true,
    shelf: {
      favourites: shelf.favourites.filter((one) => one !== ownQuestionId(id)),
      questions: shelf.questions.filter((one) => one.id !== id),
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
