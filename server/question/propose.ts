import { depths, type FoundQuestion, type ProposalReason } from '../contract/question.ts'
import type { Phase, Step } from '../contract/template.ts'

export type Situation = {
  step: Pick<Step, 'id' | 'kind' | 'phase' | 'questions'>
  /** How many are wanted; three to five. */
  limit: number
  /** The library, the team's and one's own, in their order. */
  questions: FoundQuestion[]
  /** What was picked in the last talks of the two, the latest talk first. */
  lately: string[][]
  /** What was picked in this talk, and in which step. */
  asked: { question: string; step: string }[]
  /** Commitments between the two that are open, and how often the one that comes back most has come back. */
  open: { count: number; comesBack: number }
  /** Talks that the two have finished. */
  talks: number
}

export type Proposal = FoundQuestion & { why: ProposalReason; asked: boolean }

/** The third time that something comes back, it is what is in the way that is to be talked about. */
const comesBackOften = 3

/** Talks after which a pair can go deeper: light questions first, then the middle, then deep ones. */
const deeperAfter = [2, 6]

/** A step of notes says which part of the talk it is; the others are one by their kind. */
const phaseOf = ({ phase, kind }: Situation['step']): Phase | null =>
  phase ?? (kind === 'notes' ? null : kind)

/**
 * Questions for a step, the best first, always the same for the same situation. First what was not asked lately;
 * then favourites, the template's own, the team's and one's own, the library's, each from the depth that fits two who
 * have talked this often. One place is kept for what open commitments ask for, and one for the team's and one's own.
 */
export function propose(situation: Situation): Proposal[] {
  const { step, asked, limit } = situation
  const phase = phaseOf(step)
  const picked = (id: string) => asked.some((one) => one.question === id && one.step === step.id)
  const needed = needOf(situation, phase)
  const fitting = situation.questions.filter(
    (one) =>
      step.questions.includes(one.id) || (phase !== null && one.phases.includes(phase)) || needed?.fits(one),
  )
  const reason = (one: FoundQuestion): ProposalReason => {
    if (one.favourite) return 'favourite'
    if (needed?.fits(one)) return needed.why
    return step.questions.includes(one.id) ? 'template' : 'phase'
  }
  const rank = (one: FoundQuestion): number[] => [
    picked(one.id) ? 0 : staleness(one.id, situation),
    one.favourite ? 0 : 1,
    place(step.questions.indexOf(one.id)),
    one.source === 'library' ? 1 : 0,
    Math.abs(depths.indexOf(one.depth) - wantedDepth(situation.talks)),
    situation.questions.indexOf(one),
  ]
  const ranked = fitting.map((one) => ({ one, rank: rank(one) })).sort((a, b) => compare(a.rank, b.rank))
  const best = ranked.map(({ one }) => one)
  const needs = best.find((one) => needed?.fits(one))
  const own = best.find((one) => one.source !== 'library')
  const chosen = withPlaces(best, [needs, own], limit)
  // What keeps coming back is talked about first.
  if (needs && needed?.why === 'comes-back') chosen.sort((a, b) => Number(b === needs) - Number(a === needs))
  return chosen.map((one) => ({ ...one, why: reason(one), asked: picked(one.id) }))
}

/** The best, with a place for each of these, at the end where they are not among them anyway. */
function withPlaces(
  best: FoundQuestion[],
  kept: (FoundQuestion | undefined)[],
  limit: number,
): FoundQuestion[] {
  const missing = new Set(kept.filter((one) => one !== undefined))
  for (const one of best.slice(0, limit - missing.size)) missing.delete(one)
  const others = best.filter((one) => !missing.has(one))
  return [...others.slice(0, limit - missing.size), ...missing].slice(0, limit)
}

type Need = { why: ProposalReason; fits: (one: FoundQuestion) => boolean }

/** What open commitments ask for in this part of the talk, if anything. */
function needOf({ open, step }: Situation, phase: Phase | null): Need | null {
  if (phase === null || phase === 'preparation' || step.kind === 'commitments') return null
  const isWhereItIsTalkedOf = phase === 'follow-up' || phase === 'blockers'
  if (open.comesBack >= comesBackOften && isWhereItIsTalkedOf)
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

/** 0 when it was not asked lately; the more recently, the higher. Elsewhere in this very talk is most recent. */
function staleness(id: string, { lately, asked }: Situation): number {
  if (asked.some((one) => one.question === id)) return lately.length + 1
  const talksAgo = lately.findIndex((ids) => ids.includes(id))
  return talksAgo < 0 ? 0 : lately.length - talksAgo
}

/** The template's own in its order, all others after them. */
const place = (index: number): number => (index < 0 ? Number.MAX_SAFE_INTEGER : index)

const wantedDepth = (talks: number): number => deeperAfter.filter((after) => talks >= after).length

const compare = (a: number[], b: number[]): number => {
  const at = a.findIndex((value, place) => value !== b[place])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
