import { beginning } from '../../server/contract/beginning.ts'
import { textLimits } from '../../server/contract/limits.ts'
import type { Localized } from '../../server/contract/shape.ts'
import type { Step, Template } from '../../server/contract/template.ts'

/** A list with the one at a place moved up or down; at the end of the list it stays as it is. */
export function moved<T>(list: T[], at: number, by: -1 | 1): T[] {
  const [one, other] = [list[at], list[at + by]]
  if (one === undefined || other === undefined) return list
  return list.map((each, place) => (place === at ? other : place === at + by ? one : each))
}

/** Every conversation opens with the follow-up; nothing but preparing comes before it. */
const opensWell = (steps: Step[]): boolean =>
  steps
    .slice(
      0,
      steps.findIndex(({ kind }) => kind === 'follow-up'),
    )
    .every(({ kind }) => kind === 'preparation') && steps.slice(1).every(({ kind }) => kind !== 'preparation')

/** May the step at a place go up or down? Never so that the conversation opens otherwise; back to where it does, always. */
export const mayMove = (steps: Step[], at: number, by: -1 | 1): boolean =>
  steps[at + by] !== undefined && (opensWell(moved(steps, at, by)) || !opensWell(steps))

/** Letters that follow each other: no two names are the same, and none has a digit (`TemplateId`, contract). */
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** A name for ids in paths and files out of a title: lower-case letters and hyphens, not one of those taken. */
export function idFrom(title: string, taken: string[], otherwise: string): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 36)
    .replace(/-+$/, '')
  const base = plain || otherwise
  const free = ['', ...[...letters].map((one) => `-${one}`)].map((end) => base + end)
  return free.find((one) => !taken.includes(one)) ?? `${base}-z${letters[taken.length % letters.length]}`
}

/** The follow-up and the commitments are in every conversation. */
export const mayGo = ({ kind }: Step): boolean => kind === 'notes' || kind === 'preparation'

/** A step to fill in, before the commitments: both type in it. */
export function withStep(steps: Step[], title: Localized): Step[] {
  const added: Step = {
    id: idFrom(
      'step',
      steps.map(({ id }) => id),
      'step',
    ),
    kind: 'notes',
    phase: 'reflection',
    title,
    hint: title,
    minutes: 5,
    inSummary: true,
    questions: [],
  }
  const at = steps.findIndex(({ kind }) => kind === 'commitments')
  return at < 0 ? [...steps, added] : [...steps.slice(0, at), added, ...steps.slice(at)]
}

/** A template of the organisation's own that begins as another one is. @param called how a copy is called */
export const copyOf = (template: Template, called: Localized, taken: string[]): Template => {
  const titled = (one: keyof Localized) => {
    const end = ` (${called[one]})`
    return beginning(template.title[one], textLimits.title - end.length) + end
  }
  const title = { nl: titled('nl'), en: titled('en') }
  return { ...template, id: idFrom(title.en, taken, 'template'), version: 1, title }
}
