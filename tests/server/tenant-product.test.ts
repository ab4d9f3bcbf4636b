import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { emptyTenant } from '../../infra/sandbox/seed/empty-tenant.ts'
import { managedIdentity } from '../../infra/sandbox/seed/registrations.ts'
import { installation } from '../support/provisioning.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'

let tenant: Tenant
let work: ReturnType<typeof installation>
beforeAll(async () => {
  tenant = await startTenant({ seed: emptyTenant })
  work = installation(tenant.url)
})
afterAll(() => tenant.close())

/** As Teams or Outlook gets it for the page that it shows: the person is at no prompt. */
async function signIn(user: string): Promise<string> {
  const clientId = work.settings()['CLIENT_ID'] ?? ''
  const { access_token } = await tenant.sandbox<{ access_token: string }>('POST', 'nested-token', {
    user: `${user}@sandbox.example`,
    clientId,
    scope: `api://groei.example/${clientId}/access_as_user`,
    origin: 'https://groei.example',
    prompt: false,
  })
  return access_token
}

/** Opens the event with Milan, which the server reads in Graph on behalf of the person. */
async function opened(user: string): Promise<[number, unknown]> {
  const [meeting] = await tenant.meetings(user, 'Milan')
  const { body } = await tenant.request<{ value: { id: string; iCalUId: string }[] }>(
    '/sandbox/graph/v1.0/me/calendarView?startDateTime=2026-06-02T00:00:00Z&endDateTime=2026-06-20T00:00:00Z&$top=100&$select=iCalUId',
    { token: await tenant.token(user, 'graph') },
  )
  const event = body.value.find((one) => one.iCalUId === meeting!.iCalUId)
  const answer = await tenant.request<{ kind?: string }>('/api/conversations', {
    method: 'POST',
    token: await signIn(user),
    body: { eventId: event!.id },
  })
  return [answer.status, answer.body.kind ?? answer.body.type]
}

describe('A tenant that npm run tenant set up', () => {
  test('people sign in without a prompt and open a conversation; the admin manages; nobody else does', async () => {
    expect((await work.run('apply', 'femke')).code).toBe(0)
    const { CLIENT_ID, TENANT_IDS, TEAMS_APP_ID } = work.settings()
    await tenant.launched.stop()
    await tenant.launched.startProduct({
      CLIENT_ID,
      TENANT_IDS,
      TEAMS_APP_ID,
      APP_ID_URI: `api://groei.example/${CLIENT_ID}`,
      CLIENT_SECRET: readFileSync(work.secretFile, 'utf8').trim(),
    })
    expect(await opened('sanne')).toEqual([200, 'roles-needed'])

    const settings = async (user: string) =>
      (await tenant.request('/api/tenant/audit', { token: await signIn(user) })).status
    expect([await settings('femke'), await settings('sanne')]).toEqual([200, 403])
  })

  test('the bot is installed for who opens it, with the application’s own consent', async () => {
    const { CLIENT_ID = '', TEAMS_APP_ID } = work.settings()
    const form = {
      client_id: CLIENT_ID,
      client_secret: readFileSync(work.secretFile, 'utf8').trim(),
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    }
    const token = (await (
      await fetch(`${tenant.url}/sandbox/entra/${work.settings()['TENANT_IDS']}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams(form),
      })
    ).json()) as { access_token: string }
    const claims = JSON.parse(Buffer.from(token.access_token.split('.')[1]!, 'base64url').toString()) as {
      roles: string[]
    }
    expect(claims.roles).toEqual(['TeamsAppInstallation.ReadWriteSelfForUser.All'])
    expect(TEAMS_APP_ID).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('Servers with a managed identity and no client secret', () => {
  const start = async (identity: string) => {
    vi.stubEnv('IDENTITY_ENDPOINT', `${tenant.url}/sandbox/identity/token`)
    vi.stubEnv('IDENTITY_HEADER', managedIdentity.header)
    const { CLIENT_ID, TENANT_IDS } = work.settings()
    await tenant.launched.stop()
    await tenant.launched.startProduct({
      CLIENT_ID,
      TENANT_IDS,
      APP_ID_URI: `api://groei.example/${CLIENT_ID}`,
      CLIENT_SECRET: undefined,
      MANAGED_IDENTITY: identity,
    })
  }
  afterAll(() => vi.unstubAllEnvs())

  test('are refused until the registration trusts the identity, and then work on behalf of people', async () => {
    await start(managedIdentity.clientId)
    expect(await opened('sanne')).toEqual([401, expect.anything()])
    const applied = await work.run('apply', 'femke', {}, ['--identity', managedIdentity.principalId])
    expect([applied.code, applied.text]).toEqual([0, expect.stringContaining('+ federated credential')])
    expect(await opened('sanne')).toEqual([200, 'roles-needed'])
  })

  test('say that Microsoft cannot be reached while the identity is not theirs', async () => {
    await start(crypto.randomUUID())
    expect(await opened('sanne')).toEqual([503, expect.anything()])
  })
})

describe('npm run tenant as a process', () => {
  test('without a command it says how it is used, and fails', async () => {
    const file = join(import.meta.dirname, '../../infra/tenant/tenant.ts')
    const failed = await promisify(execFile)(process.execPath, [file]).catch((error: unknown) => error)
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('plan|apply|undo --env NAME') })
  })
})
