import type { FoundQuestion } from '../contract/question.ts'
import type { Situation } from './situation.ts'

/** Was it asked or shown in the conversation before this one? */
export const wasInLastConversation = (
  { id }: Pick<FoundQuestion, 'id'>,
  { lately: [last] }: Pick<Situation, 'lately'>,
): boolean => last !== undefined && [...last.asked, ...last.shown].includes(id)

/**
 * 0 when it was neither asked nor shown lately; the more recently, the higher, and what was asked above what was only
 * shown. A favourite comes back until it is asked. Asked elsewhere in this very conversation is most recent.
 */
export function staleness(
  { id, favourite }: Pick<FoundQuestion, 'id' | 'favourite'>,
  { lately, asked, step }: Pick<Situation, 'lately' | 'asked' | 'step'>,
): number {
  const inThisConversation = asked.filter((one) => one.question === id)
  const isHere = inThisConversation.some((one) => one.step === step.id)
  if (inThisConversation.length > 0 && !isHere) return 2 * lately.length + 1
  const ago = (conversations: string[][]) => conversations.findIndex((ids) => ids.includes(id))
  const recent = (conversationsAgo: number) =>
    conversationsAgo < 0 ? 0 : 2 * (lately.length - conversationsAgo)
  const askedThen = recent(ago(lately.map((conversation) => conversation.asked)))
  const shownThen = favourite ? 0 : recent(ago(lately.map((conversation) => conversation.shown)))
  return Math.max(askedThen, shownThen - 1, 0)
}
