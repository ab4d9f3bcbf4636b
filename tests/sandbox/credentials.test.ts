import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyTenant } from '../../infra/sandbox/seed/empty-tenant.ts'
import { commandLineAppId, managedIdentity } from '../../infra/sandbox/seed/registrations.ts'
import { installation } from '../support/provisioning.ts'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox({ seed: emptyTenant })
})
beforeEach(() => tenant.reset())
afterAll(() => tenant.close())

const form = async (path: string, values: Record<string, string>) => {
  const url = `/sandbox/entra/${tenant.tenantId}/oauth2/v2.0/${path}`
  const { status, body } = await tenant.call(url, { method: 'POST', body: new URLSearchParams(values) })
  return { status, body, error: body['error'] as unknown as string | undefined }
}

describe('device sign-in in the sandbox', () => {
  const scope = 'https://graph.microsoft.com/User.Read https://graph.microsoft.com/Application.ReadWrite.All'
  const begin = async () =>
    (await form('devicecode', { client_id: commandLineAppId, scope })).body as {
      user_code: string
      device_code: string
    }
  const poll = (device_code: string, client_id = commandLineAppId) =>
    form('token', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id, device_code })
  const atThePage = (userCode: string, more: object = {}) =>
    tenant.post('device', { user: 'femke@sandbox.example', userCode, ...more })

  test('waits for the person, and gives one token for what they consented to', async () => {
    const impatient = await begin()
    expect((await poll(impatient.device_code)).error).toBe('authorization_pending')
    expect((await poll(impatient.device_code)).error).toBe('slow_down')
    const { user_code, device_code } = await begin()
    await atThePage(user_code)
    const { body } = await poll(device_code)
    const claims = JSON.parse(
      Buffer.from(String(body['access_token']).split('.')[1]!, 'base64url').toString(),
    ) as object
    expect(claims).toMatchObject({ scp: 'User.Read Application.ReadWrite.All', appid: commandLineAppId })
    expect((await poll(device_code)).error).toBe('bad_verification_code')
  })
  test('ends when the person declines or does not come, and knows no other code or client', async () => {
    const declined = await begin()
    await atThePage(declined.user_code, { decline: true })
    expect((await poll(declined.device_code)).error).toBe('authorization_declined')
    const late = await begin()
    await tenant.post('clock', { now: '2026-06-02T09:00:00Z' })
    expect((await atThePage(late.user_code)).status).toBe(400)
    expect((await poll(late.device_code)).error).toBe('expired_token')
    expect((await poll('unknown')).error).toBe('bad_verification_code')
    expect((await form('devicecode', { client_id: crypto.randomUUID(), scope })).error).toBe(
      'unauthorized_client',
    )
    expect((await form('devicecode', { client_id: commandLineAppId })).error).toBe('invalid_request')
  })
})

describe('a managed identity in the sandbox', () => {
  const identity = (query: Record<string, string>, header = managedIdentity.header) =>
    tenant.call(`/sandbox/identity/token?${new URLSearchParams({ 'api-version': '2019-08-01', ...query })}`, {
      headers: { 'x-identity-header': header },
    })
  const audience = 'api://AzureADTokenExchange'

  test('is given to its own servers alone', async () => {
    const mine = { resource: audience, client_id: managedIdentity.clientId }
    expect((await identity(mine)).status).toBe(200)
    expect((await identity(mine, 'guessed')).status).toBe(401)
    expect((await identity({ ...mine, client_id: crypto.randomUUID() })).status).toBe(400)
    expect((await identity({ client_id: managedIdentity.clientId })).status).toBe(400)
  })

  test('opens the application that trusts it, by its audience and subject, and no other', async () => {
    const work = installation(tenant.url)
    const trusting = (subject: string) => work.run('apply', 'femke', {}, ['--identity', subject])
    const tokenFor = async (resource: string) => {
      const { body } = await identity({ resource, client_id: managedIdentity.clientId })
      return String(body['access_token'])
    }
    const open = async (client_assertion: string, more: object = {}) => {
      const { status, body } = await form('token', {
        client_id: work.settings()['CLIENT_ID']!,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion,
        grant_type: 'client_credentials',
        scope: 'https://graph.microsoft.com/.default',
        ...more,
      })
      return (body['error_codes'] as number[] | undefined)?.[0] ?? status
    }
    await trusting(crypto.randomUUID())
    expect(await open(await tokenFor(audience))).toBe(700213)
    await trusting(managedIdentity.principalId)
    expect(await open(await tokenFor(audience))).toBe(200)
    expect(await open(await tokenFor('https://vault.azure.net'))).toBe(700213)
    expect(await open('not.a.token')).toBe(700027)
    expect(await open(await tokenFor(audience), { client_assertion_type: 'other' })).toBe(900144)
  })
})
