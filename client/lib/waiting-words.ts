import type { WaitingReason } from '../../server/contract/publication.ts'
import type { Texts } from './texts/nl.ts'

/** Why a section waits, to one of the two. */
export function waitingWords(texts: Texts, reason: WaitingReason, otherName: string): string {
  const words = texts.waiting[reason]
  return typeof words === 'string' ? words : words(otherName)
}
