import { importJWK, SignJWT } from 'jose'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, describe, expect } from 'vitest'
import { newKey } from '../../infra/sandbox/keys.ts'
import { changeCalendar } from '../support/calendar.ts'
import { chatOf } from '../support/chats.ts'
import type { GraphCall } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

/** The bot service's keys, from where it is counted how often they are fetched. */
let keysFetched = 0
const metadata = '/sandbox/connector/v1/.well-known'
const keyServer = createServer((_request, response) => {
  keysFetched += 1
  void fetch(`${tenant.url}${metadata}/keys`).then(async (keys) => response.end(await keys.text()))
}).listen(0, '127.0.0.1')
await once(keyServer, 'listening')
const keysAt = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}${metadata}`

const test = testIn({
  settings: () => ({ TRUSTED_PROXIES: 'loopback', CLOUD_BOT_METADATA: `${keysAt}/openidconfiguration` }),
})
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})
afterAll(() => keyServer.close())

/** Asks the product as a proxy does on behalf of an address. */
const ask = async (
  path: string,
  from: string,
  more: { token?: string | undefined; body?: unknown; raw?: string; type?: string } = {},
) => {
  const body = more.raw ?? (more.body === undefined ? undefined : JSON.stringify(more.body))
  const response = await fetch(`http://127.0.0.1:${tenant.launched.productPorts[0]!}${path}`, {
    headers: {
      'x-forwarded-for': from,
      ...(more.token ? { authorization: `Bearer ${more.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': more.type ?? 'application/json' }),
    },
    ...(body === undefined ? {} : { method: 'POST', body }),
  })
  await response.arrayBuffer()
  return response.status
}
/** So many times; @returns which statuses there were, in order of their first coming */
async function many(count: number, one: (at: number) => Promise<number>): Promise<number[]> {
  const seen = new Set<number>()
  for (let done = 0; done < count; done += 50)
    for (const status of await Promise.all(
      Array.from({ length: Math.min(50, count - done) }, (_one, at) => one(done + at)),
    ))
      seen.add(status)
  return [...seen]
}
const own = '/api/one-on-ones'
const good = () => tenant.token('sanne', 'api')

/** The same token with a signature that is none, or with something else in its head. */
const forged = async (token: string, head: object = {}) => {
  const [header = '', payload, signature = ''] = token.split('.')
  const said = JSON.parse(Buffer.from(header, 'base64url').toString()) as object
  const other = Buffer.from(JSON.stringify({ ...said, ...head })).toString('base64url')
  return `${other}.${payload}.${'A'.repeat(20)}${signature.slice(20)}`
}

describe('people at an address where strangers are', () => {
  test.each<[string, (at: number) => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['what is no token', async (at) => `abc.${at}`],
    ['a token that ended', () => tenant.token('sanne', 'api', { expired: true })],
    ['a token that is not valid yet', () => tenant.token('sanne', 'api', { notYetValid: true })],
    ['a token for something else', () => tenant.token('sanne', 'api', { audience: 'other' })],
    ['a token of another issuer', () => tenant.token('sanne', 'api', { issuer: 'https://evil.example' })],
    ['a token of another tenant', () => tenant.token('eva@elsewhere.example', 'api')],
    ['a token of an unknown key', async (at) => forged(await good(), { kid: `k${at}` })],
  ])('700 requests with %s are each answered 401 and count against nobody', async (name, tokenOf) => {
    const from = '198.51.100.7'
    // The sandbox signs one and not 700.
    const first = await tokenOf(0)
    const token = (at: number) =>
      name.includes('unknown key') || name.includes('no token') ? tokenOf(at) : first
    expect(await many(700, async (at) => ask(own, from, { token: await token(at) }))).toEqual([401])
    expect(await ask(own, from, { token: await good() })).toBe(200)
  })

  test('forged signatures are answered 429 after 600 a minute, and good tokens of that address still 200', async () => {
    const from = '198.51.100.8'
    const bad = await forged(await good())
    expect(await many(600, () => ask(own, from, { token: bad }))).toEqual([401])
    expect(await ask(own, from, { token: bad })).toBe(429)
    for (const user of ['sanne', 'milan', 'noor'])
      expect(await ask(own, from, { token: await tenant.token(user, 'api') })).toBe(200)
    expect(await ask(own, from)).toBe(401)
    expect(await ask(own, '198.51.100.9', { token: bad })).toBe(401)
  })
})

describe('paths that need no token', () => {
  test('paths that are not there are bounded, and health, pages and the API of that address are not', async () => {
    const from = '198.51.100.10'
    for (const path of ['/nothing', '/api/nothing'])
      expect(await many(300, (at) => ask(`${path}/${at}`, from))).toEqual([404])
    for (const path of ['/nothing', '/api/nothing', '/assets/nothing.js'])
      expect(await ask(path, from)).toBe(429)
    for (const path of ['/healthz', '/readyz', '/panel']) expect(await ask(path, from)).toBe(200)
    expect(await ask(own, from, { token: await good() })).toBe(200)
    expect(await ask('/nothing', '198.51.100.11')).toBe(404)
  })

  test('an Upgrade header elsewhere than at the live notes changes nothing', async () => {
    const upgrade = async (path: string) => {
      const { port, hostname } = new URL(tenant.serverUrl())
      const socket = connect(Number(port), hostname)
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n` +
          'sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
      )
      const [answer] = (await once(socket, 'data')) as [Buffer]
      socket.destroy()
      return Number(answer.toString().split(' ')[1])
    }
    expect(await upgrade('/healthz?search=burnout')).toBe(200)
    expect(await upgrade(`/api/questions?search=burnout`)).toBe(401)
    expect(await upgrade('/api/live')).toBe(101)
  })
})

describe('notifications beside what strangers post', () => {
  const path = '/api/notifications/calendar'
  const unknown = (count: number) => ({
    value: Array.from({ length: count }, () => ({ subscriptionId: crypto.randomUUID(), clientState: 'x' })),
  })
  const deltas = async () =>
    (await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')).calls.filter((one) =>
      one.path.includes('/delta'),
    ).length

  test('what is large counts for more, and who posted too much in vain can still sign in', async () => {
    const from = '198.51.100.20'
    const post = (count: number, address = from) => ask(path, address, { body: unknown(count) })
    expect(await many(18, () => post(500))).toEqual([202])
    expect(await many(10, () => post(1))).toEqual([202])
    expect(await post(1)).toBe(429)
    expect(await ask(`${path}/lifecycle`, from, { body: { value: [] } })).toBe(429)
    expect(await post(1, '198.51.100.21')).toBe(202)
    expect(await ask(own, from, { token: await good() })).toBe(200)
  })

  test('what is large and holds no client state of ours is not even parsed', async () => {
    const malformed = (size: number) => ({ raw: '['.repeat(size) })
    expect(await ask(path, '198.51.100.22', malformed(60_000))).toBe(400)
    expect(await ask(path, '198.51.100.22', malformed(70_000))).toBe(202)
  })

  const million = JSON.stringify({ value: [], more: 'x'.repeat(1_000_000) })
  const thousand = JSON.stringify(unknown(1001))
  const junk: [string, (at: number) => { raw: string; type?: string }, count?: number][] = [
    ['empty ones', () => ({ raw: '{"value":[]}' })],
    ['nothing', () => ({ raw: 'null' })],
    ['no JSON', () => ({ raw: '{"value":' })],
    ['a million characters', () => ({ raw: million }), 3],
    ['text', () => ({ raw: 'x'.repeat(1000), type: 'text/plain' })],
    ['too many', () => ({ raw: thousand }), 40],
    [
      'states that look like ours',
      (at) => ({
        raw: JSON.stringify({ value: [{ subscriptionId: 'x', clientState: `groei.${at}`.padEnd(86, 'x') }] }),
      }),
    ],
  ]
  test.each(junk)('messages of %s are bounded', async (name, message, count = 101) => {
    const from = `198.51.100.${40 + name.length}`
    await many(count, (at) => ask(path, from, message(at)))
    expect(await ask(path, from, message(102))).toBe(429)
  })

  test('Graph’s own are taken also at an address that posted all of these too often', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const calendar = changeCalendar(tenant)
    await until(async () => ((await calendar.subscriptions('sanne')).length > 0 ? true : null))
    for (const [, message, count = 101] of junk) {
      // Where the sandbox's Graph posts from.
      await many(count, (at) => ask(path, '127.0.0.1', message(at)))
      expect(await ask(path, '127.0.0.1', message(102))).toBe(429)
      const before = await deltas()
      await tenant.sandbox('POST', 'notifications/lifecycle', {
        event: 'missed',
        user: 'sanne@sandbox.example',
      })
      await until(async () => ((await deltas()) > before ? true : null))
    }
  })

  test('questions whether somebody is at home are bounded, and their bodies are not read', async () => {
    const from = '198.51.100.90'
    const question = (address = from) =>
      ask(`${path}?validationToken=x`, address, { raw: 'x'.repeat(900_000), type: 'text/plain' })
    expect(await many(100, () => question())).toEqual([200])
    expect(await question()).toBe(429)
    expect(await question('198.51.100.91')).toBe(200)
    expect(await ask(path, from, { body: { value: [] } })).toBe(202)
  })
})

describe('strangers at the bot’s door', () => {
  const key = newKey('elsewhere')
  const claims = () => {
    const now = Math.floor(Date.now() / 1000)
    const issuer = `${tenant.url}/sandbox/connector`
    return { iss: issuer, aud: tenant.launched.sandbox.app.clientId, nbf: now, exp: now + 300 }
  }
  const sign = async (kid: string) =>
    new SignJWT(claims())
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(await importJWK({ ...key.privateKey, kty: 'RSA' }, 'RS256'))
  const knownKid = async () =>
    (JSON.parse(Buffer.from((await good()).split('.')[0]!, 'base64url').toString()) as { kid: string }).kid
  const body = { type: 'message', text: 'x' }

  test('tokens of 200 unknown keys make us fetch the keys once at most, and the service is heard', async () => {
    const sanne = chatOf(tenant, 'sanne')
    await sanne.install(true)
    await sanne.ask('help')
    const before = keysFetched
    const tokens = await Promise.all(Array.from({ length: 200 }, (_one, at) => sign(`kid ${at}`)))
    const from = '198.51.100.100'
    expect(await many(200, (at) => ask('/api/messages', from, { token: tokens[at], body }))).toEqual([401])
    expect(keysFetched - before).toBeLessThanOrEqual(1)
    await sanne.ask('help')
  })

  test('forged signatures are answered 429 after 100 a minute, and the service is still heard', async () => {
    const token = await sign(await knownKid())
    // Where the sandbox's service posts from.
    const from = '127.0.0.1'
    expect(await many(100, () => ask('/api/messages', from, { token, body }))).toEqual([401])
    expect(await ask('/api/messages', from, { token, body })).toBe(429)
    await chatOf(tenant, 'sanne').ask('help')
  })
})
