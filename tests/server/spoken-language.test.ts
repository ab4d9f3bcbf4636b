import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { getTenantSettings, type TenantSettings } from '../../server/contract/tenant-settings.ts'
import { chatOf, wordsOf } from '../support/chats.ts'
import { sections, type Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const { path } = getTenantSettings

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let conversation: Conversation
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  meetings = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
})

const choose = (language: unknown, user = 'noor') => tenant.as(user)('PUT', path, { language })
/** The title of a refusal, as somebody reads it whose own language is the one named. */
const refusal = async (language: string) =>
  (await tenant.as('milan')('GET', `/api/conversations/${crypto.randomUUID()}`, undefined, language)).body
    .title
const answeredIn = async (language: string, url: string = path) =>
  (
    await fetch(tenant.url + url, {
      headers: { 'accept-language': language, authorization: `Bearer ${await tenant.token('milan', 'api')}` },
    })
  ).headers.get('content-language')

describe('language of the organisation', () => {
  test('each person is answered in their own language unless an admin chose one, and the answer says which', async () => {
    expect((await tenant.as('milan')<TenantSettings>('GET', path)).body.language).toBe('own')
    expect(await Promise.all([answeredIn('nl'), answeredIn('en'), answeredIn('nl', '/api/nothing')])).toEqual(
      ['nl', 'en', null],
    )
    expect(await refusal('nl')).not.toBe(await refusal('en'))
  })

  test('only an admin chooses a known language for all, and other settings stay', async () => {
    await tenant.as('noor')('PUT', path, { retentionDays: 400 })
    expect((await choose('nl', 'sanne')).status).toBe(403)
    for (const wrong of ['de', '', null, ['nl'], 'NL']) expect((await choose(wrong)).status).toBe(400)
    for (const wrong of [{}, { spoken: 'nl' }, []])
      expect((await tenant.as('noor')('PUT', path, wrong)).status).toBe(400)
    const all = await Promise.all([choose('nl'), tenant.as('noor')('PUT', path, { retentionDays: 500 })])
    expect(all.map(({ status }) => status)).toEqual([200, 200])
    expect((await tenant.as('milan')('GET', path)).body).toMatchObject({ retentionDays: 500, language: 'nl' })
  })

  test('everybody is answered in the chosen language, whatever their Teams speaks', async () => {
    await choose('nl')
    const dutch = await refusal('nl')
    expect(await refusal('en')).toBe(dutch)
    expect(await answeredIn('en')).toBe('nl')
    await choose('en')
    expect(await refusal('nl')).not.toBe(dutch)
    // A stranger belongs to no organisation.
    expect((await tenant.request('/api/pairs', { language: 'nl' })).body.title).toBe(
      (await tenant.request('/api/pairs', { language: 'nl-BE' })).body.title,
    )
    expect((await tenant.request('/api/pairs', { language: 'nl' })).body.title).not.toBe(
      (await tenant.request('/api/pairs', { language: 'en' })).body.title,
    )
  })

  test('the bot writes in the chosen language, also to a person who opened Groei in another', async () => {
    await choose('own')
    await tenant.as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, 'nl')
    const milan = chatOf(tenant, 'milan')
    await milan.heard('Hallo Milan!')
    await choose('en')
    expect(wordsOf((await milan.ask('help')).card)).toContain('my commitments: ')
    await choose('own')
    expect(wordsOf((await milan.ask('help')).card)).toContain('mijn afspraken: ')
  })

  test('the section in the invite is in the chosen language', async () => {
    await choose('en')
    await tenant.commit('milan', conversation.id, 'Twee dagdelen vrij')
    expect((await tenant.finish('sanne', conversation.id)).status).toBe(200)
    const content = await until(async () => {
      const invite = await tenant.invite('sanne', meetings[1]!.iCalUId)
      return sections(invite.content) > 0 ? invite.content : null
    })
    expect(content).toContain('Groei · summary')
    expect(content).not.toContain('Groei · samenvatting')
  })
})
