import type { FastifyPluginAsync } from 'fastify'
import { closedIn } from '../content/template-errors.ts'
import { shippedTemplates } from '../content/library.ts'
import type { Question } from '../contract/question.ts'
import {
  putDraft,
  deleteDraft,
  publishTemplate,
  withdrawTemplate,
  type Template,
  type TemplateEntry,
  type TemplateScope,
} from '../contract/template.ts'
import type { Language } from '../contract/shape.ts'
import { pairData } from '../pair/data.ts'
import type { Person } from '../http/access-token.ts'
import { route } from '../http/route.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { questionData } from '../saved-questions/data.ts'
import { checkTemplate } from './check.ts'
import type { TemplateKey } from './collection.ts'
import { templatesOf } from './data.ts'
import { beyondOpen } from './fit.ts'
import { templateMutations, type Written } from './mutations.ts'
import { mayChangeSet, ownerOf } from './policy.ts'
import { nameable, withTeamQuestions } from './team-questions.ts'
import { entriesOf } from './view.ts'

type Editing = { person: Person; scope: TemplateScope; key: TemplateKey }

/** From draft by preview to published, by an admin for everybody or by a coach for their pairs. */
export const editingRoutes: FastifyPluginAsync = async (app) => {
  const templates = templatesOf(app.collections)
  const mutations = templateMutations(app.collections)
  const pairs = pairData(app.collections.pairs)
  const questions = questionData(app.collections.savedQuestions)

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
    const [saved, document] = await Promise.all([questions.ofTeam(person), templates.byKey(key)])
    return nameable(saved, document?.published?.template, document?.draft)
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

  /** Logs a change for the whole organisation. A coach's change for their own pairs is not logged. */
  async function traced(
    what: 'published-template' | 'withdrew-template',
    { scope, key, person }: Editing,
    before: number | null,
    written: Written,
  ): Promise<void> {
    if (scope !== 'organisation' || !written.ok) return
    const to = written.document.published?.template.version ?? null
    await app.audit.admin(what, person, app.now(), [{ what: key.templateId, from: before, to }])
  }

  route(app, putDraft, asPerson(), async (request) => {
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
  })

  route(app, deleteDraft, asPerson(), async (request) => {
    const { key } = await enter(request)
    if (!(await mutations.dropDraft(key, Number(request.query.revision))))
      throw new Refused('changed-meanwhile')
  })

  route(app, publishTemplate, asPerson(), async (request) => {
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
    const published = await mutations.publish(key, request.body.revision, publication)
    await traced('published-template', editing, document?.published?.template.version ?? null, published)
    return entry(editing, published)
  })

  route(app, withdrawTemplate, asPerson(), async (request) => {
    const editing = await enter(request)
    const { scope, key } = editing
    const before = (await templates.byKey(key))?.published?.template.version ?? null
    const own = !shippedTemplates.some(({ id }) => id === key.templateId)
    if (scope === 'organisation' && own) {
      const { settings } = await templates.setOf(key.tenantId, null)
      if (settings.standard === key.templateId) throw new Refused('template-needed')
    }
    const written = await mutations.withdraw(key, Number(request.query.revision))
    if (!written.ok) throw new Refused(written.reason)
    await traced('withdrew-template', editing, before, written)
  })
}
