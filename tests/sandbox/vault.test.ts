import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
let ours: string
beforeAll(async () => {
  tenant = await startSandbox()
  ours = await application('https://vault.azure.net')
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
const post = (path: string, body: object, token = ours) =>
  tenant.call(`/sandbox/vault/keys/${path}?api-version=7.4`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
const secret = Buffer.from('a data key of thirty-two bytes..').toString('base64url')
const right = { alg: 'RSA-OAEP-256', value: secret }
/** The part of a key's identifier that says which key and version. */
const named = (kid: unknown) => String(kid).split('/keys/')[1]!

describe('Key Vault sandbox', () => {
  test('a wrapped key is unwrapped only by the key version that wrapped it, also after a renewal', async () => {
    const { status, body } = await post('groei/wrapkey', right)
    expect(status).toBe(200)
    expect(body['value']).not.toBe(secret)
    await tenant.post('vault', { renew: true })
    const wrapped = { ...right, value: body['value'] }
    expect((await post(`${named(body['kid'])}/unwrapkey`, wrapped)).body['value']).toBe(secret)
    const newer = (await post('groei/wrapkey', right)).body['kid']
    expect(newer).not.toBe(body['kid'])
    expect((await post(`${named(newer)}/unwrapkey`, wrapped)).status).toBe(400)
    const got = await tenant.call('/sandbox/vault/keys/groei?api-version=7.4', {
      headers: { authorization: `Bearer ${ours}` },
    })
    const { key } = got.body as unknown as { key: Record<string, unknown> }
    expect(key['kid']).toBe(newer)
    expect(key['d']).toBeUndefined()
  })

  test('a missing token, one for another resource and one of a person are refused with a challenge', async () => {
    for (const token of ['', 'nonsense', await application('https://graph.microsoft.com')]) {
      const { status, headers, body } = await post('groei/wrapkey', right, token)
      expect([status, body.error?.code]).toEqual([401, 'Unauthorized'])
      expect(headers.get('www-authenticate')).toContain('resource="https://vault.azure.net"')
    }
    expect((await post('groei/wrapkey', right, await tenant.token('sanne', 'api'))).status).toBe(401)
  })

  test('a disabled key is refused until it is enabled, and an unknown key is not found', async () => {
    await tenant.post('vault', { enabled: false })
    const { status, body } = await post('groei/wrapkey', right)
    expect(status).toBe(403)
    expect(body.error).toMatchObject({ code: 'Forbidden', innererror: { code: 'KeyDisabled' } })
    await tenant.post('vault', { enabled: true })
    expect((await post('groei/wrapkey', right)).status).toBe(200)
    expect((await post('other/wrapkey', right)).body.error?.code).toBe('KeyNotFound')
  })

  test.each([
    ['another algorithm', { ...right, alg: 'A256KW' }],
    ['a value that is not base64url', { ...right, value: '+/==' }],
    ['more than the key can wrap', { ...right, value: 'A'.repeat(400) }],
  ])('a request with %s is refused as a bad parameter', async (_what, body) => {
    expect((await post('groei/wrapkey', body)).body.error?.code).toBe('BadParameter')
  })

  test('a request without an API version is refused', async () => {
    const { status } = await tenant.call('/sandbox/vault/keys/groei', {
      headers: { authorization: `Bearer ${ours}` },
    })
    expect(status).toBe(400)
  })
})
