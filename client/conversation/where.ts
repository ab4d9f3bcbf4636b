import type { Conversation } from '../../server/contract/conversation.ts'
import type { Template } from '../../server/contract/template.ts'
import type { Place } from '../hosts/host.ts'

/** The step that somebody is in, by its id; null is the screen behind the last one, where the two share. */
export type Where = string | null

/**
 * The steps in their order, and the screen behind them. With nothing to follow up there is no follow-up, except for who
 * is in it.
 */
export const placesOf = (
  { template, followUps }: Pick<Conversation, 'template' | 'followUps'>,
  where: Where,
): Where[] => [
  ...template.steps
    .filter(({ kind, id }) => kind !== 'follow-up' || followUps.length > 0 || id === where)
    .map(({ id }) => id),
  null,
]

/** How far it is through the steps that are held together, of which preparing is none; all of them behind the last. */
export function progressOf(
  { template }: Pick<Conversation, 'template'>,
  places: Where[],
  where: Where,
): { passed: number; of: number } {
  const together = places.filter(
    (id) => id !== null && template.steps.find((step) => step.id === id)?.kind !== 'preparation',
  )
  return {
    passed: where === null ? together.length : together.indexOf(where) + 1,
    of: together.length,
  }
}

/**
 * The step at which a conversation opens. A finished one opens at its result (null). One that is still to come opens at
 * the preparation. In the call, and from its start on, it opens at the follow-up, or at the step after it when there is
 * nothing to follow up.
 */
export function firstStep(
  {
    template,
    followUps,
    now,
    meeting,
    state,
  }: Pick<Conversation, 'template' | 'followUps' | 'now' | 'meeting' | 'state'>,
  place: Place,
): Where {
  if (state === 'finished') return null
  const steps = template.steps.filter((step) => step.kind !== 'follow-up' || followUps.length > 0)
  const conversation = steps.find((step) => step.kind !== 'preparation')
  const preparation = steps.find((step) => step.kind === 'preparation')
  const before = place !== 'side-panel' && now < meeting.start
  return (before ? preparation : conversation)?.id ?? null
}

/**
 * Where one is once another template was chosen: in the same step, or else in the one that is for the same.
 * @returns undefined when there is none
 */
export function stillAt(where: Where, before: Template, after: Template): Where | undefined {
  if (where === null || after.steps.some(({ id }) => id === where)) return where
  const left = before.steps.find(({ id }) => id === where)
  if (!left) return undefined
  const same = after.steps.find(({ kind, phase }) =>
    left.kind === 'notes'
      ? kind === 'notes' && phase !== undefined && phase === left.phase
      : kind === left.kind,
  )
  return same?.id
}
