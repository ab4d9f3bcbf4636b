import type { Question } from '../../../server/contract/question.ts'
import type { Step } from '../../../server/contract/template.ts'

/** The scale that a step begins with stands: it is answered in each conversation. */
export const fixedScale = (questions: readonly Question[], step: Step): Question | undefined =>
  questions.find(({ id, kind }) => kind === 'scale' && id === step.questions[0])

/** The question after this one, the first after the last; undefined where there is no other. */
export function nextCard<Q extends { id: string }>(cards: readonly Q[], id: string): Q | undefined {
  const next = cards[(cards.findIndex((one) => one.id === id) + 1) % cards.length]
  return next?.id === id ? undefined : next
}
