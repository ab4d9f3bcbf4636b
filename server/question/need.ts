import { carriedTooOften } from '../contract/commitment.ts'
import type { Phase } from '../contract/phase.ts'
import type { FoundQuestion, ProposalReason } from '../contract/question.ts'
import type { Situation } from './situation.ts'

/** A reason to propose a question because of open commitments, and the questions that fit it. */
export type Need = { why: ProposalReason; fits: (one: FoundQuestion) => boolean }

/** A step of notes says which part of the conversation it is; the others are one by their kind. */
export const phaseOf = ({ phase, kind }: Situation['step']): Phase | null =>
  phase ?? (kind === 'notes' ? null : kind)

/** The need of the open commitments in this part of the conversation, if any. */
export function needOf({ open, step }: Pick<Situation, 'open' | 'step'>): Need | null {
  const phase = phaseOf(step)
  if (phase === null || phase === 'preparation' || step.kind === 'commitments') return null
  const isWhereItIsTalkedOf = phase === 'follow-up' || phase === 'blockers'
  // The third time that something comes back, it is what is in the way that is to be talked about.
  if (open.comesBack >= carriedTooOften && isWhereItIsTalkedOf)
    return {
      why: 'comes-back',
      fits: (one) => one.phases.includes('blockers') && one.phases.includes('follow-up'),
    }
  if (open.count === 0) return null
  return {
    why: 'open-commitment',
    fits: (one) => one.theme === 'ownership' && one.phases.includes(phase),
  }
}
