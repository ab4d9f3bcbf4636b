import type { FastifyPluginAsync } from 'fastify'
import {
  getTemplates,
  getTemplateVersions,
  getTemplateFile,
  checkTemplateFile,
  putTemplateSettings,
  type TemplateFile,
} from '../contract/template.ts'
import { route } from '../http/route.ts'
import { pairData } from '../pair/data.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { questionData } from '../saved-questions/data.ts'
import { checkFile } from './check.ts'
import { templatesOf } from './data.ts'
import { templateMutations } from './mutations.ts'
import { mayChangeSet, mayImport, maySwitch, ownerOf } from './policy.ts'
import { wrongSettings } from './settings.ts'
import { withTeamQuestions } from './team-questions.ts'
import { entriesOf, previewOf } from './view.ts'

/** The organisation's templates and what teams make of them; never what was said in a conversation. */
export const templateRoutes: FastifyPluginAsync = async (app) => {
  const templates = templatesOf(app.collections)
  const { saveSettings } = templateMutations(app.collections)
  const pairs = pairData(app.collections.pairs)
  const questions = questionData(app.collections.savedQuestions)

  route(app, getTemplates, asPerson(), async (request) => {
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
  })

  route(app, getTemplateVersions, asPerson(), async (request) => {
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
  })

  route(app, getTemplateFile, asPerson(), async (request, reply): Promise<TemplateFile> => {
    const person = personOf(request)
    const coach = request.query.scope === 'team' ? person.oid : null
    const { set } = await templates.setOf(person.tenantId, coach)
    const found = set.find(({ template }) => template.id === request.params.templateId)
    if (!found) throw new Refused('not-found')
    const { template } = found
    reply.header('content-disposition', `attachment; filename="${template.id}-${template.version}.json"`)
    return { format: 'groei-template', formatVersion: 1, template }
  })

  route(app, checkTemplateFile, asPerson(), async (request) => {
    const person = personOf(request)
    if (!mayImport(person, await pairs.ofPerson(person.tenantId, person.oid)))
      throw new Refused('not-your-role')
    const team = await questions.ofTeam(person)
    const checked = checkFile(request.body, languageOf(request), team)
    if (!checked.ok) throw new Refused('invalid-request', { errors: checked.errors })
    return previewOf(withTeamQuestions(checked.value.template, team))
  })

  route(app, putTemplateSettings, asPerson(), async (request) => {
    const person = personOf(request)
    if (!maySwitch(person)) throw new Refused('not-your-role')
    const { set, settings: before } = await templates.setOf(person.tenantId, null)
    const errors = wrongSettings(request.body, set, languageOf(request))
    if (errors.length > 0) throw new Refused('invalid-request', { errors })
    const saved = await saveSettings(person.tenantId, request.body)
    if (!saved) throw new Refused('changed-meanwhile')
    const changes = [
      { what: 'standard', from: before.standard, to: saved.standard },
      { what: 'off', from: before.off.join(', '), to: saved.off.join(', ') },
    ].filter(({ from, to }) => from !== to)
    if (changes.length > 0) await app.audit.admin('chose-templates', person, app.now(), changes)
    return { standard: saved.standard, off: saved.off, revision: saved.revision }
  })
}
