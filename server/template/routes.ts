import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problemAnswers } from '../contract/problem.ts'
import { TemplatePreview } from '../contract/template.ts'
import { Strict } from '../contract/shape.ts'
import {
  TemplateFile,
  TemplateId,
  TemplateScope,
  TemplateSet,
  TemplateSettings,
  TemplateVersions,
} from '../contract/template.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { personOf } from '../plugins/auth.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { questionData } from '../shelf/data.ts'
import { checkFile } from './check.ts'
import { settingsSpec, templateSpec, versionSpec } from './collection.ts'
import { templateData } from './data.ts'
import { editingRoutes } from './editing-routes.ts'
import { templateMutations } from './mutations.ts'
import { mayChangeSet, mayImport, maySwitch, ownerOf } from './policy.ts'
import { wrongSettings } from './settings.ts'
import { withTeamQuestions } from './team-questions.ts'
import { entriesOf, previewOf } from './view.ts'

const params = Strict({ templateId: TemplateId })
const querystring = Strict({ scope: TemplateScope })

/** The organisation's templates and what teams make of them; never what was said in a talk. */
export const templateRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const collections = [
    await app.database.collection(templateSpec),
    await app.database.collection(versionSpec),
    await app.database.collection(settingsSpec),
  ] as const
  const templates = templateData(...collections)
  const mutations = templateMutations(...collections)
  const pairs = pairData(await app.database.collection(pairSpec))
  const questions = questionData(await app.database.collection(shelfSpec))
  await app.register(editingRoutes, { templates, mutations, pairs, questions })

  app.get(
    '/api/templates',
    { schema: { querystring, response: { 200: TemplateSet, ...problemAnswers } } },
    async (request): Promise<TemplateSet> => {
      const person = personOf(request)
      const { scope } = request.query
      const may = mayChangeSet(scope, person, await pairs.ofPerson(person.tenantId, person.oid))
      // A team's set is its coach's; what an employee gets, they see in the conversation.
      if (scope === 'team' && !may) throw new Refused('not-your-role')
      const { tenantId } = person
      const { set, settings } = await templates.setOf(tenantId, scope === 'team' ? person.oid : null)
      const mine = may ? await templates.drafts(tenantId, ownerOf(scope, person)) : []
      return {
        scope,
        mayChange: may,
        settings: { standard: settings.standard, off: settings.off, revision: settings.revision },
        entries: entriesOf(scope, set, mine),
      }
    },
  )

  app.get(
    '/api/templates/:templateId/versions',
    { schema: { params, querystring, response: { 200: TemplateVersions, ...problemAnswers } } },
    async (request): Promise<TemplateVersions> => {
      const person = personOf(request)
      const { tenantId } = person
      const { scope } = request.query
      const owner = ownerOf(scope, person)
      const may = mayChangeSet(scope, person, await pairs.ofPerson(tenantId, person.oid))
      const published = await templates.published({ tenantId, owner, templateId: request.params.templateId })
      return {
        versions: published.map(({ template, at, byName }) => ({
          template,
          publishedAt: at.toISOString(),
          by: (may && byName) || null,
        })),
      }
    },
  )

  app.get(
    '/api/templates/:templateId/export',
    { schema: { params, querystring, response: { 200: TemplateFile, ...problemAnswers } } },
    async (request, reply): Promise<TemplateFile> => {
      const person = personOf(request)
      const coach = request.query.scope === 'team' ? person.oid : null
      const { set } = await templates.setOf(person.tenantId, coach)
      const found = set.find(({ template }) => template.id === request.params.templateId)
      if (!found) throw new Refused('not-found')
      const { template } = found
      reply.header('content-disposition', `attachment; filename="${template.id}-${template.version}.json"`)
      return { format: 'groei-template', formatVersion: 1, template }
    },
  )

  app.post(
    '/api/templates/import',
    { schema: { body: Type.Unknown(), response: { 200: TemplatePreview, ...problemAnswers } } },
    async (request): Promise<TemplatePreview> => {
      const person = personOf(request)
      if (!mayImport(person, await pairs.ofPerson(person.tenantId, person.oid)))
        throw new Refused('not-your-role')
      const team = await questions.ofTeam(person)
      const checked = checkFile(request.body, languageOf(request), team)
      if (!checked.ok) throw new Refused('invalid-request', { errors: checked.errors })
      return previewOf(withTeamQuestions(checked.value.template, team))
    },
  )

  app.put(
    '/api/templates/settings',
    { schema: { body: TemplateSettings, response: { 200: TemplateSettings, ...problemAnswers } } },
    async (request): Promise<TemplateSettings> => {
      const person = personOf(request)
      if (!maySwitch(person)) throw new Refused('not-your-role')
      const { set } = await templates.setOf(person.tenantId, null)
      const errors = wrongSettings(request.body, set, languageOf(request))
      if (errors.length > 0) throw new Refused('invalid-request', { errors })
      const saved = await mutations.saveSettings(person.tenantId, request.body)
      if (!saved) throw new Refused('changed-meanwhile')
      return { standard: saved.standard, off: saved.off, revision: saved.revision }
    },
  )
}
