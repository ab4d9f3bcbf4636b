import type { Phase } from '../contract/phase.ts'
import { depths, type FoundQuestion, type ProposalReason } from '../contract/question.ts'
import { needOf, phaseOf } from './need.ts'
import type { Situation } from './situation.ts'
import { staleness, wasInLastConversation } from './staleness.ts'

export type Proposal = FoundQuestion & { why: ProposalReason; asked: boolean }

/** Conversations after which a pair can go deeper: light questions first, then the middle, then deep ones. */
const deeperAfter = [2, 6]

/** As few as a step may have before it is filled from the library. */
const fewest = 3

/**
 * Questions for a step, the best first, always the same for the same situation. All that was picked in it; then one
 * place for what open commitments ask for, the step's own scales and what was answered already, one of the step's own
 * and one of the team's or one's own; the rest up to the limit with the best of those that fit.
 */
export function propose(situation: Situation): Proposal[] {
  const { step, limit } = situation
  const picked = (one: FoundQuestion) =>
    situation.asked.some(({ question, step: where }) => question === one.id && where === step.id)
  const isOwn = (one: FoundQuestion) => step.questions.includes(one.id)
  const keepsItsOwn = situation.isClosed && step.questions.length >= fewest
  const phase = phaseOf(step)
  const need = keepsItsOwn ? null : needOf(situation)

  const best = inOrder(
    situation.questions.filter(
      (one) =>
        picked(one) ||
        isOwn(one) ||
        (!keepsItsOwn && isOpenTo(one, situation) && (need?.fits(one) || isOf(one, phase))),
    ),
    situation,
  )
  const needed = best.find((one) => need?.fits(one) && (need.why === 'comes-back' || !isOwn(one)))
  const places = [
    needed,
    ...best.filter((one) => one.kind === 'scale' && (isOwn(one) || situation.answered.includes(one.id))),
    best.find((one) => isOwn(one) && one.kind === 'open' && !wasInLastConversation(one, situation)),
    best.find((one) => one.source !== 'library'),
  ].filter((one) => one !== undefined)

  const picks = best.filter(picked)
  const room = Math.max(limit, picks.length)
  const chosen = new Set([...new Set([...picks, ...places, ...best])].slice(0, room))
  const listed = best.filter((one) => chosen.has(one))
  // A commitment that keeps coming back is talked about first.
  if (need?.why === 'comes-back') listed.sort((a, b) => Number(b === needed) - Number(a === needed))
  return listed.map((one) => ({ ...one, why: reason(one), asked: picked(one) }))

  function reason(one: FoundQuestion): ProposalReason {
    if (one.favourite) return 'favourite'
    if (need && one === needed) return need.why
    return isOwn(one) ? 'template' : 'phase'
  }
}

const isOf = (one: FoundQuestion, phase: Phase | null): boolean =>
  phase !== null && one.phases.includes(phase)

/** Where the organisation keeps its questions, what people wrote themselves is proposed to nobody. */
const isOpenTo = (one: FoundQuestion, { isClosed }: Situation): boolean =>
  !isClosed || one.source === 'library'

/**
 * First what was not asked or shown lately; then favourites; then what is as deep as fits two who have talked this
 * often, where one of the step's own counts as one closer; then the step's own, in its order, before the team's and
 * one's own, and those before the library's.
 */
function inOrder(questions: FoundQuestion[], situation: Situation): FoundQuestion[] {
  const { step, conversations } = situation
  const wanted = deeperAfter.filter((after) => conversations >= after).length
  const rank = (one: FoundQuestion): number[] => {
    const place = step.questions.indexOf(one.id)
    const fromWanted = Math.abs(depths.indexOf(one.depth) - wanted)
    return [
      staleness(one, situation),
      one.favourite ? 0 : 1,
      place < 0 ? fromWanted + 1 : fromWanted,
      place < 0 ? Number.MAX_SAFE_INTEGER : place,
      one.source === 'library' ? 1 : 0,
      situation.questions.indexOf(one),
    ]
  }
  return questions
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ one }) => one)
}

const compare = (a: number[], b: number[]): number => {
  const at = a.findIndex((value, place) => value !== b[place])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
