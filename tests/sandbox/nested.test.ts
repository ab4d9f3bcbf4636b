import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox()
})
afterAll(() => tenant.close())

const nested = (user: string, more: object = {}) =>
  tenant.post('nested-token', {
    user: `${user}@sandbox.example`,
    clientId: tenant.app.clientId,
    scope: `api://${tenant.app.clientId}/access_as_user`,
    origin: tenant.url,
    prompt: false,
    ...more,
  })
const claims = (token: unknown) =>
  JSON.parse(Buffer.from(String(token).split('.')[1]!, 'base64url').toString()) as Record<string, unknown>

describe('nested app authentication in the sandbox', () => {
  test('a nested app gets an access token for our API in its own name and an ID token', async () => {
    const { status, body } = await nested('sanne')
    expect(status).toBe(200)
    expect(claims(body['access_token'])).toMatchObject({
      aud: tenant.app.clientId,
      azp: tenant.app.clientId,
      scp: 'access_as_user',
      ver: '2.0',
    })
    expect(claims(body['id_token'])['scp']).toBeUndefined()
  })

  test.each([
    ['an unknown client', 'sanne', { clientId: crypto.randomUUID() }, 700016],
    ['a page from elsewhere', 'sanne', { origin: 'https://evil.example' }, 50011],
    ['a scope of another API', 'sanne', { scope: 'api://other/access_as_user' }, 70011],
    ['somebody who was not let in', 'bas', {}, 50105],
    ['Graph without consent', 'joris', { scope: 'https://graph.microsoft.com/Calendars.ReadWrite' }, 65001],
  ])('a token request for %s is refused', async (_what, user, more, code) => {
    const { status, body } = await nested(user, more)
    expect([status, body['error_codes']]).toEqual([400, [code]])
  })

  test('consent given at the prompt also counts for the on-behalf-of exchange', async () => {
    expect((await tenant.onBehalfOf('joris')).status).toBe(400)
    const scope = 'https://graph.microsoft.com/Calendars.ReadWrite https://graph.microsoft.com/User.Read'
    expect((await nested('joris', { scope, prompt: true })).status).toBe(200)
    expect((await tenant.onBehalfOf('joris')).status).toBe(200)
  })
})
