import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closedIn } from '../content/template-errors.ts'
import { shippedTemplates } from '../content/library.ts'
import { problemAnswers } from '../contract/problem.ts'
import type { Question } from '../contract/question.ts'
import { TemplatePreview } from '../contract/template.ts'
import { Strict, type Language } from '../contract/shape.ts'
import {
  DraftInput,
  RevisionInput,
  RevisionQuery,
  TemplateEntry,
  TemplateId,
  TemplateScope,
  type Template,
} from '../contract/template.ts'
import type { PairData } from '../pair/data.ts'
import type { Person } from '../plugins/access-token.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import type { QuestionData } from '../shelf/data.ts'
import { checkTemplate } from './check.ts'
import type { TemplateKey } from './collection.ts'
import type { TemplateData } from './data.ts'
import { beyondOpen } from './fit.ts'
import type { TemplateMutations, Written } from './mutations.ts'
import { mayChangeSet, ownerOf } from './policy.ts'
import { nameable, withTeamQuestions } from './team-questions.ts'
import { entriesOf, previewOf } from './view.ts'

const params = Strict({ templateId: TemplateId })
const querystring = Strict({ scope: TemplateScope })
type Editing = { person: Person; scope: TemplateScope; key: TemplateKey }

/** From draft by preview to published, by an admin for everybody or by a coach for their pairs. */
export const editingRoutes: FastifyPluginAsyncTypebox<{
  templates: TemplateData
  mutations: TemplateMutations
  pairs: PairData
  questions: QuestionData
}> = async (app, { templates, mutations, pairs, questions }) => {
  async function enter(
    request: SignedInRequest & { params: { templateId: string }; query: { scope: TemplateScope } },
  ): Promise<Editing> {
    const person = personOf(request)
    const { scope } = request.query
    const { tenantId, oid } = person
    if (!mayChangeSet(scope, person, await pairs.ofPerson(tenantId, oid))) throw new Refused('not-your-role')
    return {
      person,
      scope,
      key: { tenantId, owner: ownerOf(scope, person), templateId: request.params.templateId },
    }
  }

  /** Questions of the coach's own that this template may name; the organisation's names the library's alone. */
  async function teamOf({ scope, key, person }: Editing): Promise<Question[]> {
    if (scope === 'organisation') return []
    const [shelf, document] = await Promise.all([questions.ofTeam(person), templates.byKey(key)])
    return nameable(shelf, document?.published?.template, document?.draft)
  }

  /** @throws Refused when a team would have something otherwise that the organisation keeps the same */
  async function fitting({ scope, key }: Editing, draft: Template, language: Language): Promise<void> {
    if (scope === 'organisation') return
    const { set } = await templates.setOf(key.tenantId, null)
    const base = set.find(({ template }) => template.id === key.templateId)
    if (!base) throw new Refused('not-found')
    const beyond = beyondOpen(base.template, draft)
    if (beyond.length === 0) return
    const errors = beyond.map(({ pointer, why }) => ({ pointer, message: closedIn(language, why) }))
    throw new Refused('not-open', { errors })
  }

  async function entry({ scope, key, person }: Editing, written: Written): Promise<TemplateEntry> {
    if (!written.ok) throw new Refused(written.reason)
    const { set } = await templates.setOf(key.tenantId, scope === 'team' ? person.oid : null)
    const id = (one: TemplateEntry) => (one.template ?? one.draft)?.id
    const found = entriesOf(scope, set, [written.document]).find((one) => id(one) === key.templateId)
    if (!found) throw new Refused('not-found')
    return found
  }

  app.put(
    '/api/templates/:templateId/draft',
    {
      schema: { params, querystring, body: DraftInput, response: { 200: TemplateEntry, ...problemAnswers } },
    },
    async (request) => {
      const editing = await enter(request)
      const language = languageOf(request)
      const team = await teamOf(editing)
      const checked = checkTemplate(request.body.template, editing.key.templateId, language, team)
      if (!checked.ok) {
        const errors = checked.errors.map((one) => ({ ...one, pointer: `/template${one.pointer}` }))
        throw new Refused('invalid-request', { errors })
      }
      await fitting(editing, checked.value, language)
      const draft = withTeamQuestions(checked.value, team)
      return entry(editing, await mutations.saveDraft(editing.key, draft, request.body.revision))
    },
  )

  app.get(
    '/api/templates/:templateId/preview',
    { schema: { params, querystring, response: { 200: TemplatePreview, ...problemAnswers } } },
    async (request) => {
      const { key } = await enter(request)
      const document = await templates.byKey(key)
      if (!document?.draft) throw new Refused('not-found')
      return previewOf(document.draft)
    },
  )

  app.delete(
    '/api/templates/:templateId/draft',
    { schema: { params, querystring: RevisionQuery, response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { key } = await enter(request)
      if (!(await mutations.dropDraft(key, Number(request.query.revision))))
        throw new Refused('changed-meanwhile')
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/templates/:templateId/publish',
    {
      schema: {
        params,
        querystring,
        body: RevisionInput,
        response: { 200: TemplateEntry, ...problemAnswers },
      },
    },
    async (request) => {
      const editing = await enter(request)
      const { key, person } = editing
      const document = await templates.byKey(key)
      if (document?.draft) await fitting(editing, document.draft, languageOf(request))
      const team = await teamOf(editing)
      const publication = {
        by: person,
        at: app.now(),
        // From here on its words are the version's, and stay.
        finished: (draft: Template) => withTeamQuestions(draft, team),
      }
      return entry(editing, await mutations.publish(key, request.body.revision, publication))
    },
  )

  app.delete(
    '/api/templates/:templateId',
    { schema: { params, querystring: RevisionQuery, response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { scope, key } = await enter(request)
      const own = !shippedTemplates.some(({ id }) => id === key.templateId)
      if (scope === 'organisation' && own) {
        const { settings } = await templates.setOf(key.tenantId, null)
        if (settings.standard === key.templateId) throw new Refused('template-needed')
      }
      const written = await mutations.withdraw(key, Number(request.query.revision))
      if (!written.ok) throw new Refused(written.reason)
      return reply.code(204).send(null)
    },
  )
}
