import type { Conversation } from '../../server/contract/conversation.ts'
import type { Template } from '../../server/contract/template.ts'
import type { Place } from '../hosts/host.ts'

/** The step that somebody is in, by its id; null is the screen behind the last one, where the two share. */
export type Where = string | null

/**
 * Before the talk there is preparing; in the call, and once its time has come, the talk, which begins with the
 * follow-up or, with nothing to follow up, at the step after it.
 */
export function firstStep(
  { template, followUps, now, meeting }: Pick<Conversation, 'template' | 'followUps' | 'now' | 'meeting'>,
  place: Place,
): Where {
  const steps = template.steps.filter((step) => step.kind !== 'follow-up' || followUps.length > 0)
  const talk = steps.find((step) => step.kind !== 'preparation')
  const preparation = steps.find((step) => step.kind === 'preparation')
  const before = place !== 'side-panel' && now < meeting.start
  return (before ? preparation : talk)?.id ?? null
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
