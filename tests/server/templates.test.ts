import { describe, expect } from 'vitest'
import type { Choices } from '../../server/contract/choice.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Template, TemplateSettings, TemplateVersions } from '../../server/contract/template.ts'
import { called, pointers, templateHands } from '../support/templates.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let conversation: Conversation
let hands: ReturnType<typeof templateHands>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  hands = templateHands(tenant)
  meetings = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meetings.shift()!)
})

/** A conversation that is opened now. Noor is the tenant’s admin, Sanne a coach, Milan her employee, Tom nobody’s yet. */
const next = async () => tenant.conversation('sanne', 'milan', meetings.shift()!)
const choose = (user: string, id: string, templateId: string) =>
  tenant.as(user)<Conversation>('PUT', `/api/conversations/${id}/template`, { templateId })

describe('templates', () => {
  test('everybody reads the organisation’s templates, and only an admin may change them', async () => {
    const seen = await hands.set('milan', 'organisation')
    expect(seen.mayChange).toBe(false)
    expect(seen.entries.map((one) => one.template?.id)).toEqual([
      'grow',
      'short-check-in',
      'first-conversation',
      'feedback',
      'review',
      'steering',
    ])
    expect(seen.entries.every((one) => one.on && one.from === 'shipped')).toBe(true)
    expect((await hands.set('noor', 'organisation')).mayChange).toBe(true)
    const grow = seen.entries[0]!.template!
    for (const user of ['milan', 'sanne']) {
      for (const [method, path, body] of [
        ['PUT', '/api/templates/grow/draft?scope=organisation', { template: grow, revision: 0 }],
        ['POST', '/api/templates/grow/publish?scope=organisation', { revision: 1 }],
        ['DELETE', '/api/templates/grow?scope=organisation&revision=1', undefined],
        ['DELETE', '/api/templates/grow/draft?scope=organisation&revision=1', undefined],
        ['PUT', '/api/templates/settings', { standard: 'grow', off: [], revision: 0 }],
      ] as const) {
        const answer = await tenant.as(user)(method, path, body)
        expect([method, path, answer.status, answer.body.type]).toEqual([
          method,
          path,
          403,
          'urn:groei:problem:not-your-role',
        ])
      }
    }
  })

  test('a coach has templates for their team, and an employee or an admin has none', async () => {
    expect((await hands.set('sanne', 'team')).mayChange).toBe(true)
    for (const user of ['milan', 'tom', 'noor']) {
      expect((await tenant.as(user)('GET', '/api/templates?scope=team')).status).toBe(403)
      const grow = (await hands.set(user, 'organisation')).entries[0]!.template
      expect((await hands.draft(user, 'team', grow, 0)).status).toBe(403)
    }
    expect((await tenant.request('/api/templates?scope=team')).status).toBe(401)
    const elsewhere = await tenant.token('eva@elsewhere.example', 'api')
    expect((await tenant.request('/api/templates?scope=organisation', { token: elsewhere })).status).toBe(401)
  })

  test('neither an admin nor a colleague reads a conversation of a pair', async () => {
    for (const path of ['', '/templates', '/summary?scope=commitments-only'])
      expect((await tenant.as('noor')('GET', `/api/conversations/${conversation.id}${path}`)).status).toBe(
        404,
      )
    expect((await choose('noor', conversation.id, 'review')).status).toBe(404)
    expect((await choose('tom', conversation.id, 'review')).status).toBe(404)
  })

  test('a draft is hidden until it is published, and earlier conversations keep their template', async () => {
    const held = await next()
    expect([held.template.title.nl, held.templateFrom]).toEqual(['GROW-gesprek', 'shipped'])
    const now = await hands.entry('noor', 'organisation', 'grow')
    const written = await hands.draft(
      'noor',
      'organisation',
      called('Ons gesprek')(now.template!),
      now.revision,
    )
    expect(written.body).toMatchObject({
      from: 'shipped',
      draft: { version: 1, title: { nl: 'Ons gesprek' } },
    })
    expect((await hands.entry('milan', 'organisation', 'grow')).draft).toBeNull()
    expect((await next()).template.title.nl).toBe('GROW-gesprek')
    await hands.publish('noor', 'organisation', 'grow', written.body.revision)
    const first = await next()
    expect([first.template.title.nl, first.template.version, first.templateFrom]).toEqual([
      'Ons gesprek',
      1,
      'organisation',
    ])
    await hands.change('noor', 'organisation', 'grow', called('Ons gesprek, beter'))
    expect((await next()).template).toMatchObject({ version: 2, title: { nl: 'Ons gesprek, beter' } })
    const read = async (id: string) =>
      (await tenant.as('milan')<Conversation>('GET', `/api/conversations/${id}`)).body.template.title.nl
    expect([await read(held.id), await read(first.id)]).toEqual(['GROW-gesprek', 'Ons gesprek'])
    const { versions } = (
      await tenant.as('noor')<TemplateVersions>('GET', '/api/templates/grow/versions?scope=organisation')
    ).body
    expect(versions.map(({ template, by }) => [template.version, by])).toEqual([
      [2, 'Noor Jansen'],
      [1, 'Noor Jansen'],
    ])
    const seen = await tenant.as('milan')<TemplateVersions>(
      'GET',
      '/api/templates/grow/versions?scope=organisation',
    )
    expect(seen.body.versions.map(({ by }) => by)).toEqual([null, null])

    // Back to what Groei ships; what was held stays, and a number is not used twice.
    const { revision } = await hands.entry('noor', 'organisation', 'grow')
    const back = await tenant.as('noor')(
      'DELETE',
      `/api/templates/grow?scope=organisation&revision=${revision}`,
    )
    expect(back.status).toBe(204)
    expect((await next()).templateFrom).toBe('shipped')
    expect(await read(first.id)).toBe('Ons gesprek')
    const third = await hands.change('noor', 'organisation', 'grow', called('Weer van ons'))
    expect(third.template?.version).toBe(3)
  })

  test('one of several who write or publish at once succeeds, and publishing again is refused', async () => {
    const now = await hands.entry('noor', 'organisation', 'review')
    const written = await Promise.all(
      ['A', 'B', 'C'].map((title) =>
        hands.draft('noor', 'organisation', called(title)(now.template!), now.revision),
      ),
    )
    expect(written.map((one) => one.status).sort()).toEqual([200, 409, 409])
    const { revision } = written.find((one) => one.status === 200)!.body
    const published = await Promise.all(
      Array.from({ length: 4 }, () => hands.publish('noor', 'organisation', 'review', revision)),
    )
    expect(published.map((one) => one.status).sort()).toEqual([200, 409, 409, 409])
    expect((await hands.publish('noor', 'organisation', 'review', revision)).body.type).toBe(
      'urn:groei:problem:changed-meanwhile',
    )
    expect((await hands.entry('noor', 'organisation', 'review')).template?.version).toBe(1)
  })

  test('a coach adapts only what the organisation left open, and only for their own pairs', async () => {
    await hands.change('noor', 'organisation', 'feedback', (one) => ({
      ...one,
      open: ['questions', 'limits'],
    }))
    const base = (await hands.entry('sanne', 'team', 'feedback')).template!
    const [first, ...others] = base.steps
    const beyond: Template = {
      ...called('Van ons')(base),
      commitmentLimit: 5,
      steps: [{ ...first!, minutes: 9 }, ...others.map((step) => ({ ...step, inSummary: !step.inSummary }))],
    }
    // Follow-up never goes into the invite: that is no template at all.
    expect((await hands.draft('sanne', 'team', beyond, 0)).status).toBe(400)
    const swapped = {
      ...beyond,
      steps: base.steps.map((step) => ({ ...step, inSummary: step.id === 'check-in' })),
    }
    const refused = await hands.draft('sanne', 'team', swapped, 0)
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:groei:problem:not-open'])
    expect(pointers(refused)).toEqual([
      '/title',
      '/steps/2/inSummary',
      '/steps/5/inSummary',
      '/steps/6/inSummary',
      '/commitmentLimit',
    ])
    expect((await hands.entry('sanne', 'team', 'feedback')).mostCommitments).toBe(2)
    expect((await hands.entry('noor', 'organisation', 'feedback')).mostCommitments).toBe(5)
    const ours = (one: Template): Template => ({
      ...one,
      commitmentLimit: 1,
      steps: one.steps.map((step) =>
        step.id === 'check-in'
          ? { ...step, minutes: 4, questions: ['check-in-glad', 'check-in-words', 'check-in-first'] }
          : step,
      ),
    })
    await hands.change('sanne', 'team', 'feedback', ours)
    // Its own may have one; what it may choose from is still the organisation’s.
    expect((await hands.entry('sanne', 'team', 'feedback')).mostCommitments).toBe(2)
    const mine = await next()
    const chosen = await choose('milan', mine.id, 'feedback')
    expect(chosen.body).toMatchObject({ templateFrom: 'team', template: { commitmentLimit: 1 } })
    expect(chosen.body.questions.map((one) => one.id)).toContain('check-in-glad')
    await tenant.commit('milan', mine.id, 'Eén')
    await expect(tenant.commit('milan', mine.id, 'Twee')).rejects.toThrow('commitment-limit')

    const [meeting] = await tenant.meetings('noor', 'Bijpraten Noor en Sanne')
    const other = await tenant.conversation('noor', 'sanne', meeting!)
    expect((await choose('sanne', other.id, 'feedback')).body.templateFrom).toBe('organisation')

    // The organisation closes what the team had otherwise: its own stands in, and the coach sees so.
    await hands.change('noor', 'organisation', 'feedback', (one) => ({ ...one, open: [] }))
    expect(await hands.entry('sanne', 'team', 'feedback')).toMatchObject({
      from: 'organisation',
      setAside: true,
    })
    expect((await choose('milan', (await next()).id, 'feedback')).body.templateFrom).toBe('organisation')
    const held = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${mine.id}`)
    expect(held.body.template.commitmentLimit).toBe(1)
  })

  test('a draft cannot be published once the organisation has closed what it changes', async () => {
    const now = await hands.entry('sanne', 'team', 'steering')
    const written = await hands.draft('sanne', 'team', called('Kort sturen')(now.template!), now.revision)
    await hands.change('noor', 'organisation', 'steering', (one) => ({ ...one, open: ['order'] }))
    const refused = await hands.publish('sanne', 'team', 'steering', written.body.revision)
    expect([refused.status, pointers(refused)]).toEqual([422, ['/open', '/title']])
    const path = `/api/templates/steering/draft?scope=team&revision=${written.body.revision}`
    expect((await tenant.as('sanne')('DELETE', path)).status).toBe(204)
    expect(await hands.entry('sanne', 'team', 'steering')).toMatchObject({ draft: null, revision: 0 })
  })

  test('templates can be switched off and one be made the standard, and at least one stays on', async () => {
    const save = (body: TemplateSettings) =>
      tenant.as('noor')<TemplateSettings>('PUT', '/api/templates/settings', body)
    const { settings } = await hands.set('noor', 'organisation')
    const all = (await hands.set('noor', 'organisation')).entries.map((one) => one.template!.id)
    const none = await save({ ...settings, off: all })
    expect([none.status, pointers(none)]).toEqual([400, ['/off/0']])
    expect(pointers(await save({ ...settings, standard: 'nope', off: ['nix'] }))).toEqual([
      '/standard',
      '/off/0',
    ])
    const saved = await save({ ...settings, standard: 'short-check-in', off: ['grow', 'first-conversation'] })
    expect(saved.status).toBe(200)
    expect((await save(settings)).status).toBe(409)
    const opened = await next()
    expect(opened.template.id).toBe('short-check-in')
    const { body } = await tenant.as('milan')<Choices>('GET', `/api/conversations/${opened.id}/templates`)
    expect(body.choices.map((one) => one.id)).toEqual(['short-check-in', 'feedback', 'review', 'steering'])
    expect(body.current).toBe('short-check-in')
    expect((await choose('milan', opened.id, 'grow')).status).toBe(404)
    await save({ standard: 'grow', off: [], revision: saved.body.revision })
  })

  test('an organisation makes a template of its own, and the standard template cannot be deleted', async () => {
    const coming = await tenant.meetings('sanne', 'Aylin')
    const begun = async () => (await tenant.conversation('sanne', 'aylin', coming.shift()!)).template.id
    const { template } = await hands.entry('noor', 'organisation', 'short-check-in')
    const own = { ...called('Loopbaan')(template!), id: 'career' }
    expect((await hands.draft('sanne', 'team', own, 0)).status).toBe(404)
    const made = await hands.draft('noor', 'organisation', own, 0)
    expect(made.body).toMatchObject({ template: null, revision: 1 })
    expect(await hands.entry('milan', 'organisation', 'career')).toBeUndefined()
    const published = await hands.publish('noor', 'organisation', 'career', 1)
    const { settings } = await hands.set('noor', 'organisation')
    await tenant.as('noor')('PUT', '/api/templates/settings', { ...settings, standard: 'career' })
    expect(await begun()).toBe('career')
    const drop = () =>
      tenant.as('noor')(
        'DELETE',
        `/api/templates/career?scope=organisation&revision=${published.body.revision}`,
      )
    expect((await drop()).body.type).toBe('urn:groei:problem:template-needed')
    await tenant.as('noor')('PUT', '/api/templates/settings', {
      ...settings,
      revision: settings.revision + 1,
    })
    expect((await drop()).status).toBe(204)
    expect(await begun()).toBe('grow')
  })
})
