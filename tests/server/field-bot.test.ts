import { afterEach, describe, expect } from 'vitest'
import type { PersonSettings } from '../../server/contract/person.ts'
import { chatOf, wordsOf } from '../support/chats.ts'
import { commitment } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})
afterEach(async () => {
  await tenant.sandbox('DELETE', 'faults')
  await tenant.sandbox('POST', 'oddities', { oddities: [] })
})

type Call = { method: string; path: string; status: number }
const here = (user: string) =>
  tenant.as(user)<PersonSettings>('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, 'nl')
const untold = () => tenant.sandbox('POST', 'oddities', { oddities: ['installs-untold'] })
const later = async (hours: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + hours * 60 * 60_000).toISOString())
const isReached = (user: string) =>
  until(async () => ((await here(user)).body.chat === 'installed' ? true : null))
const welcomes = async (user: string) =>
  (await chatOf(tenant, user).cards()).filter((one) => wordsOf(one.card).includes('Hallo')).length
const asked = async (path: string) => {
  const { bot, calls } = await tenant.sandbox<{ bot: Call[]; calls: Call[] }>('GET', 'calls')
  return [...bot, ...calls].filter((one) => one.method === 'POST' && one.path.endsWith(path))
}

describe('bot that is not told where it is installed', () => {
  test('a person in whose Teams Graph put it without a word is welcomed and reminded', async () => {
    await untold()
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    await here('milan')
    const milan = chatOf(tenant, 'milan')
    await milan.heard('Hallo!')
    await isReached('milan')
    await tenant.as('milan')(
      'PUT',
      `/api/conversations/${conversation.id}/commitments/${crypto.randomUUID()}`,
      commitment({ what: 'Blokken plannen', due: '2026-06-08' }),
    )
    await tenant.moveTo('2026-06-05T07:00:00Z')
    const reminder = await milan.heard('Maandag: \nBlokken plannen')
    // What they write tells the rest, and they are welcomed once.
    await milan.ask('mijn afspraken')
    expect(reminder.card?.['refresh']).toBeUndefined()
    expect(await welcomes('milan')).toBe(1)
  })

  test.for([
    ['aylin', 'it was installed before', 409],
    ['tom', 'others installed it, and Graph may not', 403],
  ] as const)('%s is reached where %s', async ([user, _how, status]) => {
    const chat = chatOf(tenant, user)
    await chat.install(true)
    // As if it had never been told.
    const { people } = tenant.app().collections
    const [, claims = ''] = (await tenant.token(user)).split('.')
    const { tid, oid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, string>
    await people.updateOne(
      { _id: `${tid}.${oid}` },
      { $set: { chat: null, chatState: 'absent', offeredAt: null } },
    )
    if (status === 403)
      await tenant.sandbox('POST', 'faults', {
        faults: [{ service: 'graph', method: 'POST', path: 'installedApps', status }],
      })
    await tenant.sandbox('DELETE', 'calls')
    await isReached(user)
    expect((await asked('installedApps')).map((one) => one.status)).toEqual([status])
    expect((await asked('/v3/conversations')).map((one) => one.status)).toEqual([201])
  })

  test('where it is not installed it writes nothing, and asks again the next day', async () => {
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', method: 'POST', path: 'installedApps', status: 403 }],
    })
    await tenant.sandbox('DELETE', 'calls')
    await here('noor')
    await until(async () => ((await asked('/v3/conversations')).length === 1 ? true : null))
    expect((await asked('/v3/conversations'))[0]?.status).toBe(403)
    await here('noor')
    expect((await here('noor')).body.chat).toBe('absent')
    await later(25)
    await tenant.sandbox('DELETE', 'faults')
    await untold()
    await here('noor')
    await isReached('noor')
    expect((await asked('/v3/conversations')).map((one) => one.status)).toEqual([403, 201])
    await chatOf(tenant, 'noor').heard('Hallo!')
  })
})
