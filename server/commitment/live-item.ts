import type { Choice, ItemKind } from '../contract/live-fields.ts'

/** The texts of a follow-up and of a commitment together; those that an item does not have are absent. */
export type ItemTexts = Partial<
  Record<'what' | 'firstStep' | 'criterion' | 'ifThen' | 'tried' | 'next' | 'why' | 'obstacle', string>
>
type ItemChoices<Value> = Partial<Record<'outcome' | 'due' | 'owner' | 'removed', Value>>

/** A follow-up or a commitment as it stands in the live document. */
export type LiveItem = {
  kind: ItemKind
  id: string
  texts: ItemTexts
  choices: ItemChoices<Choice | null>
}
/** Values to write into the live document. Fields that it does not name stay as they are. */
export type LiveValues = { kind: ItemKind; id: string; texts: ItemTexts; choices: ItemChoices<string> }
