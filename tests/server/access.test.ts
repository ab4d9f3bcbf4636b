import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { commitment } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let conversation: Conversation
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
})

const nearMisses: [string, object][] = [
  ['another audience', { audience: 'https://graph.microsoft.com' }],
  ['another issuer', { issuer: 'https://login.microsoftonline.com/x/v2.0' }],
  ['another tenant', { tenant: 'f1e2d3c4-b5a6-4978-8a6b-5c4d3e2f1a0b' }],
  ['no scope of ours', { scope: 'User.Read' }],
  ['version 1.0', { version: '1.0' }],
  ['an unknown client', { client: '00000000-0000-0000-0000-000000000001' }],
  ['expired', { expired: true }],
  ['not yet valid', { notYetValid: true }],
]
describe('access to the API', () => {
  test.each(nearMisses)(
    'an access token that is right but for one property is refused: %s',
    async (_name, overrides) => {
      const token = await tenant.token('sanne', 'api', overrides)
      const { status, type, body } = await tenant.request('/api/one-on-ones', { token })
      expect(status).toBe(401)
      expect(type).toContain('application/problem+json')
      expect(body.type).toBe('urn:groei:problem:unauthenticated')
    },
  )

  test.each([
    ['none', undefined],
    ['nonsense', 'abc'],
    [
      'an unsigned one',
      `${btoa('{"alg":"none"}')}.${btoa('{"tid":"0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b"}')}.`,
    ],
  ])('a request whose token is %s is refused', async (_name, token) => {
    const { status } = await tenant.request('/api/one-on-ones', token ? { token } : {})
    expect(status).toBe(401)
  })

  test('a token whose signature was changed is refused', async () => {
    const token = await tenant.token('sanne', 'api')
    const [head, payload, signature] = token.split('.') as [string, string, string]
    const other = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`
    expect((await tenant.request('/api/one-on-ones', { token: `${head}.${payload}.${other}` })).status).toBe(
      401,
    )
  })

  test('a person of another tenant is refused', async () => {
    const token = await tenant.token('eva@elsewhere.example', 'api')
    expect((await tenant.request('/api/one-on-ones', { token })).status).toBe(401)
  })

  const routes: [string, string, unknown][] = [
    ['GET', '', undefined],
    ['GET', '/summary?scope=commitments-only', undefined],
    ['GET', '/previous', undefined],
    ['PUT', '/preparation', { topics: [], note: 'x', shared: true, revision: 0 }],
    ['POST', '/finish', { scope: 'commitments-only', fingerprint: 'x' }],
    ['PUT', `/commitments/${crypto.randomUUID()}`, commitment()],
    ['DELETE', `/commitments/${crypto.randomUUID()}`, undefined],
    ['PUT', `/follow-ups/${crypto.randomUUID()}`, { tried: '', next: '', outcome: 'open' }],
  ]
  test.each(routes)('%s %s of another pair’s conversation is answered 404', async (method, path, body) => {
    for (const stranger of ['tom', 'noor', 'aylin']) {
      const answer = await tenant.as(stranger)(method, `/api/conversations/${conversation.id}${path}`, body)
      expect(answer.status).toBe(404)
      expect(JSON.stringify(answer.body)).not.toContain('Milan')
    }
  })

  test('a person who is not in a meeting cannot open its conversation or make its pair by naming it', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const reference = { joinUrl: meeting!.joinUrl, start: meeting!.start }
    expect((await tenant.as('tom')('POST', '/api/conversations', reference)).status).toBe(404)
    expect(
      (await tenant.as('tom')('POST', '/api/conversations', { chatId: meeting!.chatId })).status,
    ).toBeGreaterThanOrEqual(400)
    expect(
      (await tenant.as('tom')('POST', '/api/pairs', { meeting: reference, myRole: 'coach' })).status,
    ).toBe(404)
  })

  test('only pages and health probes are public: every operation of the API description needs a token', async () => {
    const { body } = await tenant.request<{ paths: Record<string, Record<string, unknown>> }>(
      '/api/openapi.json',
    )
    const paths = Object.entries(body.paths)
    expect(paths.length).toBeGreaterThanOrEqual(7)
    for (const [path, methods] of paths) {
      for (const method of Object.keys(methods)) {
        const url = path.replace(/\{[^}]+\}/g, crypto.randomUUID())
        const answer = await tenant.request(url, { method: method.toUpperCase() })
        expect(answer.status, `${method} ${path}`).toBe(401)
      }
    }
    for (const path of ['/healthz', '/readyz', '/panel', '/tab'])
      expect((await tenant.request(path)).status).toBe(200)
  })

  test('a person without consent is told so in their language and gets in after consenting', async () => {
    const [meeting] = await tenant.meetings('joris', 'Joris')
    const reference = { joinUrl: meeting!.joinUrl, start: meeting!.start }
    const refused = await tenant.as('joris')('POST', '/api/conversations', reference)
    expect(refused).toMatchObject({ status: 403, body: { type: 'urn:groei:problem:consent-required' } })
    expect(refused.body.title).toBe('Groei heeft je toestemming nodig')
    await tenant.sandbox('POST', 'consent', { user: 'joris@sandbox.example' })
    expect((await tenant.as('joris')('POST', '/api/conversations', reference)).status).toBe(200)
  })

  test('the content security policy of a page lets the hosts frame it and loads nothing from elsewhere', async () => {
    const response = await fetch(`${tenant.url}/panel`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain('frame-ancestors')
    expect(response.headers.get('x-frame-options')).toBeNull()
    expect(await response.text()).not.toMatch(/<script(?![^>]*src=)/)
  })
})
