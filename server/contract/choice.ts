import { Type } from 'typebox'
import { Localized, Nullable, Strict } from './shape.ts'
import { Intent, Origin, TemplateId } from './template.ts'

/** What people typed that asks for a clear frame first. */
export const SteeringReason = Type.Enum(['safety', 'risk', 'deadline'])
export type SteeringReason = Type.Static<typeof SteeringReason>

/** Words that were typed, and why they ask for it. */
export const SteeringSign = Strict({ why: SteeringReason, reason: Localized, words: Type.String() })
export type SteeringSign = Type.Static<typeof SteeringSign>

/** The same sign, wherever it is typed again. */
export const signKey = ({ why, words }: Pick<SteeringSign, 'why' | 'words'>): string =>
  `${why} ${words.toLowerCase()}`

/** A template that this conversation could be held with. */
export const Choice = Strict({
  id: TemplateId,
  title: Localized,
  description: Localized,
  intent: Intent,
  /** The whole talk, without its preparation. */
  minutes: Type.Integer(),
  from: Origin,
})
export type Choice = Type.Static<typeof Choice>

export const Choices = Strict({
  /** The id of the one that the conversation has now. */
  current: TemplateId,
  /** What new talks of the pair begin with, whenever it is offered; null: the organisation's standard. */
  usual: Nullable(TemplateId),
  choices: Type.Array(Choice),
  /** A steering talk, because of words that one of the two typed or shared; the gravest first. */
  offer: Nullable(Strict({ templateId: TemplateId, signs: Type.Array(SteeringSign, { minItems: 1 }) })),
})
export type Choices = Type.Static<typeof Choices>

/** PUT: what new talks of this pair begin with; null: the organisation's standard again. */
export const UsualTemplate = Strict({ templateId: Nullable(TemplateId) })
export type UsualTemplate = Type.Static<typeof UsualTemplate>

/** PUT: the template that this conversation is held with from now on. */
export const ChooseTemplate = Strict({ templateId: TemplateId })
