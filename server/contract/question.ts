import { Type } from 'typebox'
import { Localized, Strict } from './shape.ts'
import { Phase, Template } from './template.ts'

export const themes = ['check-in', 'reflection', 'problem', 'ownership', 'collaboration'] as const
/** Check-in and focus, reflection and learning, problem and options, ownership and action, collaboration. */
export const Theme = Type.Enum([...themes])
export type Theme = (typeof themes)[number]

export const depths = ['light', 'middle', 'deep'] as const
/** How much a question asks of the one who answers. */
export const Depth = Type.Enum([...depths])
export type Depth = (typeof depths)[number]

/** `scale`: answered with a number from 1 to 10 and "what makes it not a 3?". */
const Kind = Type.Enum(['open', 'scale'])
const PhaseList = Type.Array(Phase, { minItems: 1, maxItems: 11, uniqueItems: true })

export const QuestionId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' })

export const Question = Strict({
  id: QuestionId,
  kind: Kind,
  text: Localized,
  /** When this question helps. */
  purpose: Localized,
  theme: Theme,
  /** The parts of a talk that it fits. */
  phases: PhaseList,
  depth: Depth,
})
export type Question = Type.Static<typeof Question>

/** A template with the questions that it names, as a conversation would show it. */
export const TemplatePreview = Strict({ template: Template, questions: Type.Array(Question) })
export type TemplatePreview = Type.Static<typeof TemplatePreview>
