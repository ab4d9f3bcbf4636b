import type { Question } from '../../../server/contract/question.ts'

/** More than these nobody picks from. */
const most = 5

/** Proposals, and after them the step's own scale questions: those are answered in each talk, for their course. */
export function withScales<T extends Question>(proposed: T[], own: Question[]): (T | Question)[] {
  const scales = own.filter((one) => one.kind === 'scale' && !proposed.some(({ id }) => id === one.id))
  return [...proposed.slice(0, most - scales.length), ...scales]
}
