import type { Closed } from '../content/template-errors.ts'
import type { Aspect, Step, Template } from '../contract/template.ts'

/** Something that a team's version has otherwise, and that the organisation does not leave to teams. */
export type Beyond = { pointer: string; why: Closed }

type Part = { pointer: string; aspect: Aspect | 'never'; of: (one: Template) => unknown }

/**
 * Each thing in which an adaptation differs from the organisation's template beyond what that leaves open. Which
 * steps there are, what they are for and what goes into the invite is never a team's to change.
 */
export function beyondOpen(base: Template, adapted: Template): Beyond[] {
  const open = new Set<Aspect | 'never'>(base.open)
  const parts: Part[] = [
    { pointer: '/id', aspect: 'never', of: (one) => one.id },
    { pointer: '/intent', aspect: 'never', of: (one) => one.intent },
    { pointer: '/open', aspect: 'never', of: (one) => [...one.open].sort() },
    { pointer: '/title', aspect: 'wording', of: (one) => one.title },
    { pointer: '/description', aspect: 'wording', of: (one) => one.description },
    { pointer: '/commitmentLimit', aspect: 'limits', of: (one) => one.commitmentLimit },
    { pointer: '/questionLimit', aspect: 'limits', of: (one) => one.questionLimit },
    { pointer: '/steps', aspect: 'never', of: (one) => one.steps.map((step) => step.id).sort() },
    { pointer: '/steps', aspect: 'order', of: (one) => one.steps.map((step) => step.id) },
    ...adapted.steps.flatMap((step, at) => stepParts(step.id, `/steps/${at}`)),
  ]
  const beyond = parts
    .filter(({ aspect, of }) => !open.has(aspect) && canonical(of(base)) !== canonical(of(adapted)))
    .map(({ pointer, aspect }): Beyond => ({ pointer, why: aspect }))
  // Fewer commitments are a team's to choose once limits are; never more than the organisation has.
  return adapted.commitmentLimit > base.commitmentLimit
    ? [...beyond, { pointer: '/commitmentLimit', why: 'tooMany' }]
    : beyond
}

function stepParts(id: string, pointer: string): Part[] {
  const part = (aspect: Aspect | 'never', fields: (keyof Step)[]): Part[] =>
    fields.map((field) => ({
      pointer: `${pointer}/${field}`,
      aspect,
      of: (one) => one.steps.find((step) => step.id === id)?.[field],
    }))
  return [
    ...part('never', ['kind', 'phase', 'topics', 'inSummary']),
    ...part('wording', ['title', 'hint']),
    ...part('questions', ['questions']),
    ...part('limits', ['minutes']),
  ]
}

/** The same for the same content, whatever the order in which somebody's JSON names its fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  ) ?? ''
