import { Type } from 'typebox'
import { Conversation } from './conversation.ts'
import { endpoint } from './endpoint.ts'
import { Localized, Nullable, Strict } from './shape.ts'
import { Intent, Origin, TemplateId } from './template.ts'

/** A subject in people's words that asks for a clear frame first. */
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
  /** The whole conversation, without its preparation. */
  minutes: Type.Integer(),
  from: Origin,
})
export type Choice = Type.Static<typeof Choice>

export const Choices = Strict({
  /** The id of the one that the conversation has now. */
  current: TemplateId,
  /** The template that new conversations of the pair begin with when it is offered; null: the organisation's standard. */
  usual: Nullable(TemplateId),
  choices: Type.Array(Choice),
  /** A steering conversation, because of words that one of the two typed or shared; the gravest first. */
  offer: Nullable(Strict({ templateId: TemplateId, signs: Type.Array(SteeringSign, { minItems: 1 }) })),
})
export type Choices = Type.Static<typeof Choices>

/** PUT: what new conversations of this pair begin with; null: the organisation's standard again. */
const UsualTemplate = Strict({ templateId: Nullable(TemplateId) })

export const getChoices = endpoint('GET /api/conversations/:conversationId/templates', { response: Choices })

/** The template that this conversation is held with from now on. */
export const chooseTemplate = endpoint('PUT /api/conversations/:conversationId/template', {
  body: Strict({ templateId: TemplateId }),
  response: Conversation,
})

export const putUsualTemplate = endpoint('PUT /api/conversations/:conversationId/usual-template', {
  body: UsualTemplate,
  response: UsualTemplate,
})
