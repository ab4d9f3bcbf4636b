import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
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
afterEach(() => tenant.sandbox('DELETE', 'faults'))

/** The server has no keys from now on, and each request for what the path names fails. */
async function without(path: string, status: number): Promise<void> {
  await tenant.sandbox('POST', 'faults', { faults: [{ service: 'entra', method: 'GET', path, status }] })
  await tenant.whileStopped(async () => undefined)
}

/** Why a socket with this token is refused. */
async function refusalOf(token: string): Promise<string> {
  const socket = new WebSocket(tenant.liveUrl)
  await once(socket, 'open')
  const name = new TextEncoder().encode(conversation.id)
  const bytes = new TextEncoder().encode(token)
  socket.send(
    new Uint8Array([name.length, ...name, 2, 0, (bytes.length & 127) | 128, bytes.length >> 7, ...bytes]),
  )
  const [answer] = (await once(socket, 'message')) as [Buffer]
  socket.terminate()
  return answer.toString('latin1').match(/token|later|forbidden|busy/)?.[0] ?? 'let in'
}

describe('signing keys of Microsoft Entra', () => {
  test.each([
    ['the keys break down', 'discovery/v2.0/keys', 503],
    ['the keys are not answered', 'discovery/v2.0/keys', 0],
    ['the metadata breaks down', 'openid-configuration', 500],
  ])('a valid token is answered 503 and not 401 when %s', async (_name, path, status) => {
    const token = await tenant.token('sanne', 'api')
    await without(path, status)
    const refused = await tenant.request('/api/one-on-ones', { token })
    expect(refused).toMatchObject({ status: 503, body: { type: 'urn:groei:problem:microsoft-unavailable' } })
    expect(await refusalOf(token)).toBe('later')
    // A failure is not kept: once Microsoft is back, so is everybody.
    await tenant.sandbox('DELETE', 'faults')
    expect((await tenant.request('/api/one-on-ones', { token })).status).toBe(200)
    expect(await refusalOf(token)).toBe('let in')
  })

  test('a bad token is answered 401 also while known keys cannot be fetched anew', async () => {
    const good = await tenant.token('sanne', 'api')
    expect((await tenant.request('/api/one-on-ones', { token: good })).status).toBe(200)
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'entra', method: 'GET', path: 'discovery/v2.0/keys', status: 503 }],
    })
    const expired = await tenant.token('sanne', 'api', { expired: true })
    expect((await tenant.request('/api/one-on-ones', { token: expired })).status).toBe(401)
    expect(await refusalOf(expired)).toBe('token')
  })

  test.each(['HS256', 'none', 'PS256'])('a token with algorithm %s is answered 401', async (alg) => {
    const [, payload, signature] = (await tenant.token('sanne', 'api')).split('.') as [string, string, string]
    const header = Buffer.from(JSON.stringify({ alg, kid: 'x' })).toString('base64url')
    const { status } = await tenant.request('/api/one-on-ones', {
      token: `${header}.${payload}.${signature}`,
    })
    expect(status).toBe(401)
  })

  test('a token signed with a key that Microsoft does not have is answered 401', async () => {
    const [header, payload, signature] = (await tenant.token('sanne', 'api')).split('.') as [
      string,
      string,
      string,
    ]
    const said = JSON.parse(Buffer.from(header, 'base64url').toString()) as object
    for (const more of [{ kid: 'unknown' }, { crit: ['x'], x: 1 }]) {
      const other = Buffer.from(JSON.stringify({ ...said, ...more })).toString('base64url')
      const { status } = await tenant.request('/api/one-on-ones', {
        token: `${other}.${payload}.${signature}`,
      })
      expect(status).toBe(401)
    }
  })
})
