import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Phase } from './phase.ts'
import { Id, Localized, Nullable, SeenRevision, Strict } from './shape.ts'
import { textLimits } from './limits.ts'

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
  /** The parts of a conversation that it fits. */
  phases: PhaseList,
  depth: Depth,
})
export type Question = Type.Static<typeof Question>

/** Where a question comes from; `mine` only I see, `team` the coach's pairs see too. */
export const Source = Type.Enum(['library', 'team', 'mine'])
export type Source = Type.Static<typeof Source>

/** A question as one person finds it. */
export const FoundQuestion = Strict({
  ...Question.properties,
  source: Source,
  favourite: Type.Boolean(),
  /** Is it mine to change? Then PUT and DELETE take its `ownId`. */
  ownId: Type.Optional(Id),
  revision: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type FoundQuestion = Type.Static<typeof FoundQuestion>

export const FoundQuestions = Strict({ questions: Type.Array(FoundQuestion) })
export type FoundQuestions = Type.Static<typeof FoundQuestions>

/** Why a question is proposed, beside fitting the step: shown to people. */
export const ProposalReason = Type.Enum(['favourite', 'open-commitment', 'comes-back', 'template', 'phase'])
export type ProposalReason = Type.Static<typeof ProposalReason>

/** All that was picked for one step, and three to five for it altogether, the best first. */
export const Proposals = Strict({
  questions: Type.Array(Strict({ ...FoundQuestion.properties, why: ProposalReason, asked: Type.Boolean() })),
  /** How many were picked in the whole conversation. */
  picked: Type.Integer({ minimum: 0 }),
  /** The one that was picked last in this step, of those that this person knows: it is before both. Null: none was. */
  card: Nullable(QuestionId),
})
export type Proposals = Type.Static<typeof Proposals>

/** The step in which a question is picked, or is not any more; doing it again changes nothing. */
export const Asked = Strict({
  questionId: QuestionId,
  step: Type.String({ pattern: '^[a-z][a-z-]{0,39}$' }),
})
export type Asked = Type.Static<typeof Asked>

const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** A question of one's own, in whatever language one thinks in. `revision` 0 makes it. */
export const OwnQuestionInput = Strict({
  ...Type.Pick(Question, ['kind', 'theme', 'phases', 'depth']).properties,
  text: Line(textLimits.ownQuestion),
  purpose: Line(textLimits.ownQuestion),
  /** Only a coach may say so: all their pairs find it. */
  team: Type.Boolean(),
  revision: Type.Integer({ minimum: 0 }),
})
export type OwnQuestionInput = Type.Static<typeof OwnQuestionInput>

export const findQuestions = endpoint('GET /api/questions', {
  query: Strict({
    search: Type.Optional(Type.String({ maxLength: textLimits.search })),
    theme: Type.Optional(Theme),
    phase: Type.Optional(Phase),
  }),
  response: FoundQuestions,
})

export const putFavourite = endpoint('PUT /api/questions/:questionId/favourite', {
  params: { questionId: QuestionId },
  response: Type.Null(),
})

export const deleteFavourite = endpoint('DELETE /api/questions/:questionId/favourite', {
  params: { questionId: QuestionId },
  response: Type.Null(),
})

export const putOwnQuestion = endpoint('PUT /api/questions/own/:ownId', {
  body: OwnQuestionInput,
  response: FoundQuestion,
})

export const deleteOwnQuestion = endpoint('DELETE /api/questions/own/:ownId', {
  query: Strict({ revision: SeenRevision }),
  response: Type.Null(),
})

export const getQuestionProposals = endpoint('GET /api/conversations/:conversationId/questions', {
  query: Strict({ step: Asked.properties.step }),
  response: Proposals,
})

/** It comes before both, perhaps in place of one that was only looked at and is not picked any more. */
export const askQuestion = endpoint('POST /api/conversations/:conversationId/asked', {
  body: Strict({ ...Asked.properties, instead: Type.Optional(QuestionId) }),
  response: Type.Null(),
})

export const unaskQuestion = endpoint('DELETE /api/conversations/:conversationId/asked', {
  query: Asked,
  response: Type.Null(),
})
