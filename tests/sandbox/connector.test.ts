import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
let bot: string
beforeAll(async () => {
  tenant = await startSandbox()
  bot = await application('https://api.botframework.com')
})
afterAll(() => tenant.close())

const application = async (resource: string) => {
  const { body } = await tenant.exchange({
    client_id: tenant.app.clientId,
    client_secret: tenant.app.clientSecret,
    grant_type: 'client_credentials',
    scope: `${resource}/.default`,
  })
  return String(body['access_token'])
}
const oidOf = async (name: string) => {
  const { body } = await tenant.call('/sandbox/api/people')
  return (body as unknown as { people: { upn: string; oid: string }[] }).people.find((one) =>
    one.upn.startsWith(`${name}@`),
  )!.oid
}
const conversation = async (name: string) => `a:1${(await oidOf(name)).replaceAll('-', '')}`
const write = async (name: string, token: string, activity: object = { type: 'message', text: 'x' }) =>
  tenant.call(`/sandbox/connector/v3/conversations/${await conversation(name)}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  })
const code = (body: { error?: { code: string } }) => body.error?.code
const chat = (user: string, more: object) =>
  tenant.post('chat/state', { user: `${user}@sandbox.example`, ...more })

describe('Bot Framework connector sandbox', () => {
  test('the bot writes only where it is installed and only with its own token for the connector', async () => {
    expect((await write('sanne', bot)).status).toBe(403)
    await chat('sanne', { installed: true })
    expect((await write('sanne', bot)).status).toBe(201)
    const wrong = [
      await application('https://graph.microsoft.com'),
      await tenant.token('sanne', 'api'),
      await tenant.token('sanne', 'graph'),
      'nonsense',
    ]
    for (const token of wrong) expect((await write('sanne', token)).status).toBe(401)
  })

  test('a message that is blocked, too large, too frequent or to an unknown conversation is refused', async () => {
    await chat('tom', { installed: true })
    await chat('tom', { blocked: true })
    expect(code((await write('tom', bot)).body)).toBe('MessageWritesBlocked')
    await chat('tom', { blocked: false })
    expect((await write('tom', bot, { type: 'message', text: 'x'.repeat(40_000) })).status).toBe(413)
    const answers = await Promise.all(Array.from({ length: 10 }, () => write('tom', bot)))
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
    const unknown = await tenant.call('/sandbox/connector/v3/conversations/a:1nobody/activities', {
      method: 'POST',
      headers: { authorization: `Bearer ${bot}`, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(unknown.status).toBe(404)
  })

  test('the bot begins a conversation only alone with somebody of the tenant in whose Teams it is', async () => {
    const begin = async (asked: object, token = bot) =>
      tenant.call('/sandbox/connector/v3/conversations', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      })
    const oid = await oidOf('noor')
    const { tenantId } = tenant
    const asked = { tenantId, members: [{ id: oid }] }
    expect([(await begin(asked)).status, code((await begin(asked)).body)]).toEqual([
      403,
      'ForbiddenOperationException',
    ])
    await tenant.post('oddities', { oddities: ['installs-untold'] })
    const installed = await tenant.graph('noor', `/users/${oid}/teamwork/installedApps`, {
      method: 'POST',
      bearer: await application('https://graph.microsoft.com'),
      body: JSON.stringify({
        'teamsApp@odata.bind': `${tenant.url}/sandbox/graph/v1.0/appCatalogs/teamsApps/${tenant.app.teamsAppId}`,
      }),
    })
    expect(installed.status).toBe(201)
    const made = await begin(asked)
    expect([made.status, (made.body as { id?: string }).id]).toEqual([201, await conversation('noor')])
    expect((await write('noor', bot)).status).toBe(201)
    expect((await begin(asked, await tenant.token('noor', 'api'))).status).toBe(401)
    for (const wrong of [
      { members: asked.members },
      { tenantId },
      { ...asked, members: [] },
      { ...asked, members: [{ id: oid }, { id: await oidOf('tom') }] },
      { ...asked, isGroup: true },
    ])
      expect([(await begin(wrong)).status, code((await begin(wrong)).body)]).toEqual([400, 'BadArgument'])
    for (const unknown of [
      { ...asked, members: [{ id: crypto.randomUUID() }] },
      { ...asked, tenantId: crypto.randomUUID() },
    ])
      expect((await begin(unknown)).status).toBe(404)
  })

  test('the app is installed for a person only with the permission for that, and no other app is', async () => {
    const graph = await application('https://graph.microsoft.com')
    const install = async (bearer: string, app = tenant.app.teamsAppId) =>
      tenant.graph('aylin', `/users/${await oidOf('aylin')}/teamwork/installedApps`, {
        method: 'POST',
        bearer,
        body: JSON.stringify({
          'teamsApp@odata.bind': `${tenant.url}/sandbox/graph/v1.0/appCatalogs/teamsApps/${app}`,
        }),
      })
    expect((await install(await tenant.token('aylin', 'graph'))).status).toBe(400)
    expect((await install(bot)).status).toBe(401)
    expect((await install(graph, crypto.randomUUID())).status).toBe(403)
    expect((await install(graph)).status).toBe(201)
    expect((await install(graph)).status).toBe(409)
  })
})
