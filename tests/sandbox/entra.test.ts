import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox()
})
afterAll(() => tenant.close())

const codes = (body: Record<string, unknown>) => body['error_codes']

describe('on-behalf-of exchange in the Entra sandbox', () => {
  test('a valid exchange returns a token for Graph, a refresh token and the fields that MSAL reads', async () => {
    const { status, body } = await tenant.onBehalfOf('sanne')
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining(['access_token', 'refresh_token', 'id_token', 'client_info', 'expires_in']),
    )
    const renewed = await tenant.exchange({
      client_id: tenant.app.clientId,
      client_secret: tenant.app.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
      scope: 'https://graph.microsoft.com/Calendars.ReadWrite',
    })
    expect(renewed.status).toBe(200)
  })

  const refusedForms: [string, Record<string, string>, number, number][] = [
    ['an unknown client', { client_id: crypto.randomUUID() }, 400, 700016],
    ['a wrong secret', { client_secret: 'wrong' }, 401, 7000215],
    ['an unknown grant', { grant_type: 'password' }, 400, 70003],
    ['a scope of another resource', { scope: 'https://vault.azure.net/user_impersonation' }, 400, 70011],
    ['a scope nobody consented to', { scope: 'https://graph.microsoft.com/Mail.Read' }, 400, 65001],
    ['an assertion that is no token', { assertion: 'abc' }, 400, 50027],
  ]
  test.each(refusedForms)('an exchange with %s is refused', async (_name, form, status, code) => {
    const answer = await tenant.onBehalfOf('sanne', form)
    expect(answer.status).toBe(status)
    expect(codes(answer.body)).toEqual([code])
  })

  const refusedAssertions: [string, object, number][] = [
    ['another audience', { audience: 'https://graph.microsoft.com' }, 500131],
    ['another issuer', { issuer: 'https://elsewhere.example/v2.0' }, 50013],
    ['another tenant', { tenant: crypto.randomUUID() }, 50013],
    ['no scope of ours', { scope: 'other' }, 65001],
    ['a time that is over', { expired: true }, 500133],
    ['a time to come', { notYetValid: true }, 500133],
  ]
  test.each(refusedAssertions)('an assertion with %s is refused', async (_name, overrides, code) => {
    const answer = await tenant.onBehalfOf('sanne', {}, overrides)
    expect(answer.status).toBe(400)
    expect(codes(answer.body)).toEqual([code])
  })

  test('an ID token is refused as an assertion', async () => {
    const { body } = await tenant.onBehalfOf('sanne')
    const answer = await tenant.onBehalfOf('sanne', { assertion: String(body['id_token']) })
    expect(codes(answer.body)).toEqual([240002])
  })

  test('an unknown tenant and a token of another tenant are refused', async () => {
    expect(codes((await tenant.onBehalfOf('sanne', {}, {}, crypto.randomUUID())).body)).toEqual([90002])
    expect(codes((await tenant.onBehalfOf('eva@elsewhere.example')).body)).toEqual([50013])
  })

  test('MSAL reports that interaction is required until the person has consented', async () => {
    const base = `https://localhost/${tenant.tenantId}`
    const { body: metadata } = await tenant.call(
      `/sandbox/entra/${tenant.tenantId}/v2.0/.well-known/openid-configuration`,
    )
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: tenant.app.clientId,
        clientSecret: tenant.app.clientSecret,
        authority: base,
        knownAuthorities: ['localhost'],
        authorityMetadata: JSON.stringify({
          ...metadata,
          authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
          end_session_endpoint: base,
        }),
      },
    })
    const ask = async () =>
      client.acquireTokenOnBehalfOf({
        oboAssertion: await tenant.token('joris', 'api'),
        scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'],
      })
    await expect(ask()).rejects.toBeInstanceOf(InteractionRequiredAuthError)
    await tenant.post('consent', { user: 'joris@sandbox.example' })
    expect((await ask())?.account?.username).toBe('joris@sandbox.example')
  })
})

describe('control API of the sandbox', () => {
  test('an invalid request is refused, and a valid clock change holds until a reset', async () => {
    expect((await tenant.post('token', { user: 'nobody@sandbox.example', resource: 'api' })).status).toBe(404)
    expect((await tenant.post('token', { user: 'sanne@sandbox.example', resource: 'mail' })).status).toBe(400)
    expect((await tenant.post('clock', { now: 'soon' })).status).toBe(400)
    await tenant.post('clock', { now: '2026-07-01T10:00:00Z' })
    expect(String((await tenant.call('/sandbox/api/clock')).body['now'])).toMatch(/^2026-07-01T10:00/)
    await tenant.post('reset', {})
    expect(String((await tenant.call('/sandbox/api/clock')).body['now'])).toMatch(/^2026-06-02T08:00/)
  })
})

describe('app roles in a token for the API', () => {
  test('a token names the app roles assigned to its person, and has no roles claim when there are none', async () => {
    const roles = async (user: string) =>
      (decodeJwt(await tenant.token(user, 'api')) as { roles?: string[] }).roles
    expect(await roles('noor')).toEqual(['Groei.Admin'])
    expect(await roles('sanne')).toBeUndefined()
  })
})
