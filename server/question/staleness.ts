import type { FoundQuestion } from '../contract/question.ts'
import type { Situation } from './situation.ts'

/** Was it asked or shown in the talk before this one? */
export const wasInLastTalk = (
  { id }: Pick<FoundQuestion, 'id'>,
  { lately: [last] }: Pick<Situation, 'lately'>,
): boolean => last !== undefined && [...last.asked, ...last.shown].includes(id)

/**
 * 0 when it was neither asked nor shown lately; the more recently, the higher, and what was asked above what was only
 * shown. A favourite comes back until it is asked. Asked elsewhere in this very talk is most recent.
 */
export function staleness(
  { id, favourite }: Pick<FoundQuestion, 'id' | 'favourite'>,
  { lately, asked, step }: Pick<Situation, 'lately' | 'asked' | 'step'>,
): number {
  const inThisTalk = asked.filter((one) => one.question === id)
  const isHere = inThisTalk.some((one) => one.step === step.id)
  if (inThisTalk.length > 0 && !isHere) return 2 * lately.length + 1
  const ago = (talks: string[][]) => talks.findIndex((ids) => ids.includes(id))
  const recent = (talksAgo: number) => (talksAgo < 0 ? 0 : 2 * (lately.length - talksAgo))
  const askedThen = recent(ago(lately.map((talk) => talk.asked)))
  const shownThen = favourite ? 0 : recent(ago(lately.map((talk) => talk.shown)))
  return Math.max(askedThen, shownThen - 1, 0)
}
