import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Phase } from './phase.ts'
import { Question } from './question.ts'
import { Instant, Nullable, SeenRevision, Strict } from './shape.ts'
import { countLimits, textLimits } from './limits.ts'

/** The form of a step on the screen. A new template combines these and needs no code. */
export const StepKind = Type.Enum([
  /** Each open commitment: what did you try, what happened, what is the next step? */
  'follow-up',
  /** Before the conversation: what is open, what was said last time, what each wants to bring. */
  'preparation',
  /** One shared text that both type in, with questions at hand. */
  'notes',
  /** The one or two commitments of this conversation. */
  'commitments',
])
export type StepKind = Type.Static<typeof StepKind>

/** Words of a template in both languages, of so many signs at most. */
const Words = (maxLength: number) => {
  const one = Type.String({ minLength: 1, maxLength, pattern: '\\S' })
  return Strict({ nl: one, en: one })
}

export const Step = Strict({
  id: Type.String({ pattern: '^[a-z][a-z-]{0,39}$' }),
  kind: StepKind,
  phase: Type.Optional(Phase),
  title: Words(textLimits.title),
  hint: Words(textLimits.hint),
  minutes: Type.Integer({ minimum: 1, maximum: 60 }),
  /** Are the topics that the two prepared and shared at hand in it? */
  topics: Type.Optional(Type.Boolean()),
  /** May the text of this step become part of the summary in the invite? */
  inSummary: Type.Boolean(),
  /** Ids of questions of the library, or of a team's own, in the order in which they are offered. */
  questions: Type.Array(Type.String({ maxLength: 60 }), {
    maxItems: countLimits.questionsOfStep,
    uniqueItems: true,
  }),
})
export type Step = Type.Static<typeof Step>

/** The purpose of a conversation. `steering`: a clear frame first, then room within it. */
export const Intent = Type.Enum(['coaching', 'feedback', 'review', 'steering'])
export type Intent = Type.Static<typeof Intent>

/** The aspects that a team's coach may adapt: words, the order of steps, which questions, limits and minutes. */
export const Aspect = Type.Enum(['wording', 'order', 'questions', 'limits'])
export type Aspect = Type.Static<typeof Aspect>

/** Names a template, and stands in paths. */
export const TemplateId = Type.String({ pattern: '^[a-z][a-z-]{0,39}$' })

export const Template = Strict({
  id: TemplateId,
  /** Versions count from 1 for each publisher: Groei itself, an organisation, a team. */
  version: Type.Integer({ minimum: 1 }),
  title: Words(textLimits.title),
  description: Words(textLimits.hint),
  intent: Intent,
  commitmentLimit: Type.Integer({ minimum: 1, maximum: countLimits.commitments }),
  /** How many questions are offered in a step. */
  questionLimit: Type.Integer({ minimum: 3, maximum: 5 }),
  open: Type.Array(Aspect, { maxItems: 4, uniqueItems: true }),
  steps: Type.Array(Step, { minItems: 2, maxItems: countLimits.stepsOfTemplate }),
  /** Questions of the team that its steps name, as they read when it was published. The server writes them. */
  questions: Type.Optional(
    Type.Array(Question, { maxItems: countLimits.stepsOfTemplate * countLimits.questionsOfStep }),
  ),
})
export type Template = Type.Static<typeof Template>

/** A template with the questions that it names, as a conversation would show it. */
export const TemplatePreview = Strict({ template: Template, questions: Type.Array(Question) })
export type TemplatePreview = Type.Static<typeof TemplatePreview>

/** The owner may change it: an admin for everybody, or a coach for the pairs that they coach. */
export const TemplateScope = Type.Enum(['organisation', 'team'])
export type TemplateScope = Type.Static<typeof TemplateScope>

/** The owner of a version of a template. */
export const Origin = Type.Enum(['shipped', 'organisation', 'team'])
export type Origin = Type.Static<typeof Origin>

/** One template of a set, as its editor and its readers see it. */
export const TemplateEntry = Strict({
  /** The version that new conversations get; null as long as there is only a draft. */
  template: Nullable(Template),
  from: Origin,
  /** Is it offered for conversations? Switched by admins. */
  on: Type.Boolean(),
  /** For those who may change the set only. Its `version` is the one that publishing would give it. */
  draft: Nullable(Template),
  /** The team's own version goes beyond what the organisation leaves open now; the organisation's stands in. */
  setAside: Type.Boolean(),
  /** As many commitments as a version of this scope may have in a conversation. */
  mostCommitments: Type.Integer(),
  /** A writer says which one it saw; 0 when nothing was ever written. */
  revision: Type.Integer({ minimum: 0 }),
})
export type TemplateEntry = Type.Static<typeof TemplateEntry>

export const TemplateSettings = Strict({
  /** The template of a new conversation, unless its two choose another. It is on, so at least one is. */
  standard: TemplateId,
  /** Those that are not offered. */
  off: Type.Array(TemplateId, { maxItems: 60, uniqueItems: true }),
  revision: Type.Integer({ minimum: 0 }),
})
export type TemplateSettings = Type.Static<typeof TemplateSettings>

export const TemplateSet = Strict({
  scope: TemplateScope,
  /** May the reader change this set? */
  mayChange: Type.Boolean(),
  settings: TemplateSettings,
  entries: Type.Array(TemplateEntry),
})
export type TemplateSet = Type.Static<typeof TemplateSet>

/** The revision that was seen of what is read or discarded. */
const RevisionQuery = Strict({
  scope: TemplateScope,
  revision: SeenRevision,
})

/** Earlier and present versions, latest first. */
export const TemplateVersions = Strict({
  versions: Type.Array(
    Strict({
      template: Template,
      publishedAt: Instant,
      /** By whom, for those who may change the set; null where it is not known. */
      by: Nullable(Type.String()),
    }),
  ),
})
export type TemplateVersions = Type.Static<typeof TemplateVersions>

/** A template in a file, to take to another organisation. */
export const TemplateFile = Strict({
  format: Type.Literal('groei-template'),
  formatVersion: Type.Literal(1),
  template: Template,
})
export type TemplateFile = Type.Static<typeof TemplateFile>

/** One template of the set in a scope. */
const ofTemplate = { params: { templateId: TemplateId }, query: Strict({ scope: TemplateScope }) }

export const getTemplates = endpoint('GET /api/templates', {
  query: Strict({ scope: TemplateScope }),
  response: TemplateSet,
})

export const getTemplateVersions = endpoint('GET /api/templates/:templateId/versions', {
  ...ofTemplate,
  response: TemplateVersions,
})

export const getTemplateFile = endpoint('GET /api/templates/:templateId/export', {
  ...ofTemplate,
  response: TemplateFile,
})

/** Keeps nothing: a template out of a file is kept as a draft. */
export const checkTemplateFile = endpoint('POST /api/templates/import', {
  body: Type.Unknown(),
  response: TemplatePreview,
})

export const putTemplateSettings = endpoint('PUT /api/templates/settings', {
  body: TemplateSettings,
  response: TemplateSettings,
})

/**
 * A draft is taken as it comes and checked in words, so that each thing that is wrong is named with its place.
 * Its `version` is not looked at.
 */
export const putDraft = endpoint('PUT /api/templates/:templateId/draft', {
  ...ofTemplate,
  body: Strict({ template: Type.Unknown(), revision: Type.Integer({ minimum: 0 }) }),
  response: TemplateEntry,
})

export const deleteDraft = endpoint('DELETE /api/templates/:templateId/draft', {
  params: { templateId: TemplateId },
  query: RevisionQuery,
  response: Type.Null(),
})

export const publishTemplate = endpoint('POST /api/templates/:templateId/publish', {
  ...ofTemplate,
  body: Strict({ revision: Type.Integer({ minimum: 1 }) }),
  response: TemplateEntry,
})

export const withdrawTemplate = endpoint('DELETE /api/templates/:templateId', {
  params: { templateId: TemplateId },
  query: RevisionQuery,
  response: Type.Null(),
})
