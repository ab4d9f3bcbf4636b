import { Type } from 'typebox'
import { Localized, Strict } from './shape.ts'

export const Phase = Type.Union([
  Type.Literal('goal'),
  Type.Literal('reality'),
  Type.Literal('options'),
  Type.Literal('will'),
])
export type Phase = Type.Static<typeof Phase>

/** What a step asks of the screen; a new template combines these and needs no code. */
export const StepKind = Type.Union([
  /** Each open commitment: what did you try, what happened, what is the next step? */
  Type.Literal('follow-up'),
  /** Before the talk: what is open, what was said last time, what each wants to bring. */
  Type.Literal('preparation'),
  /** One shared text that both type in, with questions at hand. */
  Type.Literal('notes'),
  /** The one or two commitments of this conversation. */
  Type.Literal('commitments'),
])

export const Step = Strict({
  id: Type.String({ pattern: '^[a-z][a-z-]{0,39}$' }),
  kind: StepKind,
  phase: Type.Optional(Phase),
  title: Localized,
  hint: Localized,
  minutes: Type.Integer({ minimum: 1, maximum: 60 }),
  /** Are the topics that the two prepared and shared at hand in it? */
  topics: Type.Optional(Type.Boolean()),
  /** May the text of this step become part of the summary in the invite? */
  inSummary: Type.Boolean(),
  /** Ids of questions from the library, in the order in which they are offered. */
  questions: Type.Array(Type.String()),
})
export type Step = Type.Static<typeof Step>

export const Template = Strict({
  id: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  title: Localized,
  commitmentLimit: Type.Integer({ minimum: 1, maximum: 5 }),
  steps: Type.Array(Step, { minItems: 1 }),
})
export type Template = Type.Static<typeof Template>

export const Question = Strict({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' }),
  /** `scale`: answered with a number from 1 to 10 and "what makes it not a 3?". */
  kind: Type.Union([Type.Literal('open'), Type.Literal('scale')]),
  text: Localized,
  /** When this question helps. */
  purpose: Localized,
})
export type Question = Type.Static<typeof Question>
