import { questionById } from '../content/library.ts'
import type { Question } from '../contract/question.ts'
import type { Template } from '../contract/template.ts'

/**
 * The questions that a coach's template may name besides the library's: those that they share with their pairs now,
 * and those that it held before, as they read then: what is gone from there is not gone from the template.
 */
export const nameable = (saved: Question[], ...before: (Template | null | undefined)[]): Question[] => [
  ...new Map(
    [...before.flatMap((one) => one?.questions ?? []), ...saved].map((one) => [one.id, one]),
  ).values(),
]

/** The template with the words of the team's questions that its steps name, whatever its writer sent of them. */
export function withTeamQuestions({ questions: _sent, ...template }: Template, team: Question[]): Template {
  const named = new Set(template.steps.flatMap((step) => step.questions).filter((id) => !questionById(id)))
  const questions = team.filter((one) => named.has(one.id))
  return questions.length > 0 ? { ...template, questions } : template
}
