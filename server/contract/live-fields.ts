import type { Role } from './pair.ts'
import { textLimits } from './limits.ts'
import { stepPrefix } from './live.ts'

/**
 * The live document of a conversation holds these besides the texts of steps: the follow-up of each earlier commitment,
 * and each commitment that is made. A text is a root `Y.Text` (`fieldText`), by its longest length; a choice is an
 * entry in the root `Y.Map` of its item (`itemName`), written as `choiceText`.
 */
const wording = {
  what: textLimits.short,
  firstStep: textLimits.short,
  criterion: textLimits.short,
  ifThen: textLimits.short,
}
export const liveItems = {
  'follow-up': {
    texts: {
      tried: textLimits.long,
      next: textLimits.long,
      why: textLimits.short,
      obstacle: textLimits.long,
      ...wording,
    },
    choices: ['outcome', 'due'],
  },
  commitment: {
    texts: wording,
    choices: ['owner', 'due', 'removed'],
  },
} as const
export type ItemKind = keyof typeof liveItems
export type TextField<Kind extends ItemKind> = keyof (typeof liveItems)[Kind]['texts']
export type ChoiceField<Kind extends ItemKind> = (typeof liveItems)[Kind]['choices'][number]
type AnyChoice = ChoiceField<ItemKind>

export const itemName = (kind: ItemKind, id: string): string => `${kind}:${id}`
export const fieldText = <Kind extends ItemKind>(kind: Kind, id: string, field: TextField<Kind>): string =>
  `${kind}:${id}:${String(field)}`

/** A root of the document, by its name. */
export type LiveRoot =
  | { holds: 'step'; id: string; limit: number }
  | { holds: 'text'; kind: ItemKind; id: string; field: string; limit: number }
  | { holds: 'choices'; kind: ItemKind; id: string }

const stepId = /^[a-z][a-z-]{0,39}$/
const named = /^(follow-up|commitment):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::([a-zA-Z]{1,20}))?$/

/** @returns null for what the document does not hold */
export function rootOf(name: string): LiveRoot | null {
  if (name.startsWith(stepPrefix)) {
    const id = name.slice(stepPrefix.length)
    return stepId.test(id) ? { holds: 'step', id, limit: textLimits.step } : null
  }
  const [, item, id, field] = named.exec(name) ?? []
  if (!item || !id) return null
  const kind = item as ItemKind
  if (field === undefined) return { holds: 'choices', kind, id }
  const texts: Record<string, number> = liveItems[kind].texts
  const limit = Object.hasOwn(texts, field) ? texts[field] : undefined
  return limit === undefined ? null : { holds: 'text', kind, id, field, limit }
}

/** A choice with its author: one of the two, or the server, as it stands in what is stored. */
export type Choice = { value: string; by: Role | 'server' }

/** A value that is empty takes back what was chosen. */
const values: Record<AnyChoice, RegExp> = {
  outcome: /^(open|done|dropped)?$/,
  due: /^(\d{4}-\d\d-\d\d)?$/,
  owner: /^(coach|employee)$/,
  removed: /^(yes|no)$/,
}
const chosen = /^(\S{0,10}) (coach|employee|server)$/

export const choiceText = ({ value, by }: Choice): string => `${value} ${by}`

/** @returns null when nobody chose, or it is none of the values of this choice */
export function choiceOf(kind: ItemKind, field: string, text: unknown): Choice | null {
  const choices: readonly string[] = liveItems[kind].choices
  const [, value, by] = (typeof text === 'string' && chosen.exec(text)) || []
  if (value === undefined || by === undefined || !choices.includes(field)) return null
  const fits = values[field as AnyChoice].test(value) && (field !== 'due' || value === '' || isDay(value))
  return fits ? { value, by: by as Choice['by'] } : null
}

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
