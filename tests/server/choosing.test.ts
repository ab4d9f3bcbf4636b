import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import type { Choices } from '../../server/contract/choice.ts'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import { stepText } from '../../server/contract/live.ts'
import type { TemplateSet } from '../../server/contract/template.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let conversation: Conversation
const providers: HocuspocusProvider[] = []
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  meetings = await tenant.meetings('sanne', 'Milan')
})
beforeEach(async () => {
  conversation = await tenant.conversation('sanne', 'milan', meetings.shift()!)
})
afterEach(() => {
  for (const provider of providers.splice(0)) provider.destroy()
})

/** Types in a step as Milan does, and waits until the server has it. */
async function type(stepId: string, text: string) {
  const provider = new HocuspocusProvider({
    url: tenant.liveUrl,
    name: conversation.id,
    token: await tenant.token('milan', 'api'),
  })
  providers.push(provider)
  await new Promise<void>((resolve) => provider.on('synced', () => resolve()))
  provider.document.getText(stepText(stepId)).insert(0, text)
  await until(async () => (provider.hasUnsyncedChanges ? null : true))
}
const read = async () =>
  (await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)).body
const choices = async () =>
  (await tenant.as('milan')<Choices>('GET', `/api/conversations/${conversation.id}/templates`)).body
const choose = (user: string, templateId: unknown) =>
  tenant.as(user)<Conversation>('PUT', `/api/conversations/${conversation.id}/template`, { templateId })
const shared = async () =>
  JSON.stringify(
    await tenant.as('milan')<Summary>(
      'GET',
      `/api/conversations/${conversation.id}/summary?scope=summary-and-commitments`,
    ),
  )

describe('choosing a template', () => {
  test('either of the two can choose, and notes of steps that the template lacks are kept apart and not shared', async () => {
    expect(conversation).toMatchObject({
      template: { id: 'grow', version: 1 },
      templateFrom: 'shipped',
      templateBy: null,
      otherNotes: [],
    })
    await type('options', 'Zilvervos')
    await type('reality', 'Kwartelei')
    const chosen = await choose('milan', 'steering')
    expect(chosen.body).toMatchObject({
      template: { id: 'steering' },
      templateBy: 'employee',
      // Steering has a step named reality too: what stands there goes on standing there.
      otherNotes: [{ stepId: 'options', title: { nl: 'Opties' }, text: 'Zilvervos' }],
    })
    expect(await shared()).toContain('Kwartelei')
    expect(await shared()).not.toContain('Zilvervos')
    expect((await choose('sanne', 'grow')).body.otherNotes).toEqual([])
    expect(await shared()).toContain('Zilvervos')
    expect((await choose('sanne', 'short-check-in')).body.otherNotes.map((one) => one.text)).toEqual([
      'Kwartelei',
      'Zilvervos',
    ])
  })

  test('a finished conversation keeps its template', async () => {
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.finish('milan', conversation.id)
    expect((await choose('sanne', 'review')).body.type).toBe('urn:groei:problem:conversation-finished')
    expect((await read()).template.id).toBe('grow')
  })

  test('a template that does not exist cannot be chosen', async () => {
    expect((await choose('sanne', 'nope')).status).toBe(404)
    for (const wrong of ['../x', '', 5, null, { $ne: '' }, '__proto__'])
      expect((await choose('sanne', wrong)).status).toBe(400)
  })

  test('a danger that is named in the notes gets the steering template offered, with each reason and its words', async () => {
    expect((await choices()).offer).toBeNull()
    await type('check-in', 'Er is geen gevaar.')
    expect((await choices()).offer).toBeNull()
    await type('check-in', 'De steiger is onveilig. ')
    const danger = { why: 'safety', words: 'onveilig' }
    expect((await choices()).offer).toMatchObject({ templateId: 'steering', signs: [danger] })
    await type('check-in', 'We hebben ook een datalek. ')
    expect((await choices()).offer?.signs).toMatchObject([danger, { why: 'risk', words: 'datalek' }])
    expect((await choose('milan', 'steering')).status).toBe(200)
    expect((await choices()).offer).toBeNull()
  })

  test('a shared preparation counts as a sign of danger, and a draft does not', async () => {
    const prepare = (isShared: boolean, revision: number) =>
      tenant.as('sanne')('PUT', `/api/conversations/${conversation.id}/preparation`, {
        topics: ['Datalek'],
        note: '',
        shared: isShared,
        revision,
      })
    await prepare(false, 0)
    expect((await choices()).offer).toBeNull()
    await prepare(true, 1)
    expect((await choices()).offer).toMatchObject({ signs: [{ why: 'risk', words: 'Datalek' }] })
  })

  test('a pair’s usual template is used as long as the organisation offers it', async () => {
    const usual = (user: string, templateId: unknown) =>
      tenant.as(user)('PUT', `/api/conversations/${conversation.id}/usual-template`, { templateId })
    const next = async () => (await tenant.conversation('sanne', 'milan', meetings.shift()!)).template.id
    const offer = async (off: string[]) => {
      const { settings } = (await tenant.as('noor')<TemplateSet>('GET', '/api/templates?scope=organisation'))
        .body
      await tenant.as('noor')('PUT', '/api/templates/settings', { ...settings, off })
    }
    expect((await choices()).usual).toBeNull()
    for (const wrong of ['nope', 'career']) expect((await usual('milan', wrong)).status).toBe(404)
    for (const wrong of ['../x', '', 5, { $ne: '' }]) expect((await usual('milan', wrong)).status).toBe(400)
    expect((await usual('tom', 'review')).status).toBe(404)
    expect((await usual('milan', 'short-check-in')).status).toBe(200)
    expect((await choices()).usual).toBe('short-check-in')
    expect((await read()).template.id).toBe('grow')
    const { pairs } = (await tenant.as('milan')<MyData>('GET', '/api/me/data')).body
    expect(pairs.map(({ usualTemplate }) => usualTemplate)).toEqual(['short-check-in'])
    expect(await next()).toBe('short-check-in')
    // Others have none of it.
    const [other] = await tenant.meetings('sanne', 'Aylin')
    expect((await tenant.conversation('sanne', 'aylin', other!)).template.id).toBe('grow')

    await offer(['short-check-in'])
    expect(await next()).toBe('grow')
    await offer([])
    expect((await usual('sanne', null)).status).toBe(200)
    expect(await next()).toBe('grow')
  })
})
