import { HocuspocusProvider } from '@hocuspocus/provider'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { stepText, storedMessage } from '../../server/contract/live.ts'
import { chatOf } from '../support/chats.ts'
import { commitment, type Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

/** Stands in all that people type here, and in what strangers send. */
const typed = 'zegelwoord'

const test = testIn({ logLevel: 'trace', onOutput: (text) => (output += text) })
let tenant: Tenant
let output = ''
let meeting: Meeting
let conversation: Conversation
let path: string
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  meeting = (await tenant.meetings('sanne', 'Milan'))[0]!
  conversation = await tenant.conversation('sanne', 'milan', meeting)
  path = `/api/conversations/${conversation.id}`
})

const socketUrl = () => tenant.liveUrl
/** No line may hold one of these; what stands around it says which line did. */
async function expectSilence(): Promise<void> {
  // Its own id closes the log of all that came before it.
  const { instance = '' } = (await tenant.request('/api/nothing')).body
  await until(async () => (output.includes(instance) ? true : null))
  const personal = [
    ...[typed, 'Sanne', 'Milan', 'Vries', 'Bakker', 'Tom', 'Aylin', 'Noor', 'Eva'],
    ...['sandbox.example', 'elsewhere.example', '@', '1-op-1', 'meetup-join', 'thread.v2'],
    ...[
      'Bearer',
      'eyJ',
      'sandbox-client-secret',
      'client_secret',
      'access_token',
      'assertion',
      'claims',
      'rawPacket',
    ],
    meeting.iCalUId,
  ]
  const found = personal.flatMap((word) => {
    const at = output.indexOf(word)
    return at < 0 ? [] : [`${word}: …${output.slice(Math.max(0, at - 300), at + 200)}…`]
  })
  expect(found).toEqual([])
}

describe('personal data in the log', () => {
  test('a whole conversation leaves none of its words in the log', async () => {
    const { as } = tenant
    await as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
    const provider = new HocuspocusProvider({
      url: socketUrl(),
      name: conversation.id,
      token: () => tenant.token('milan', 'api'),
    })
    await new Promise((resolve) => provider.on('synced', resolve))
    provider.document.getText(stepText('goal')).insert(0, typed)
    const stored = new Promise((resolve) => provider.on('stateless', resolve))
    provider.sendStateless(storedMessage(1))
    await stored
    provider.destroy()
    const id = await tenant.commit('milan', conversation.id, typed)
    for (const user of ['sanne', 'milan']) {
      const preparation = { topics: [typed], note: typed, shared: user === 'sanne', revision: 0 }
      await as(user)('PUT', `${path}/preparation`, preparation)
      await as(user)('PUT', `${path}/rating`, { value: 4, showEachOther: true })
      await as(user)('PUT', `${path}/scales/goal-scale`, {
        value: 6,
        notLower: typed,
        oneMore: typed,
      })
    }
    const reflection = { talked: 40, asked: 7, listened: 8, summarised: null, frames: 9, revision: 0 }
    await as('sanne')('PUT', `${path}/reflection`, reflection)
    await as('sanne')('GET', `/api/questions?search=${typed}`)
    const milan = chatOf(tenant, 'milan')
    await milan.heard('Hallo Milan!')
    await milan.ask(typed)
    const list = await milan.ask('mijn afspraken')
    await milan.press(list.id, 'progress', { commitmentId: id, progress: typed })
    expect((await tenant.finish('sanne', conversation.id)).status).toBe(200)
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    expect(output).toContain('"route":"/api/conversations/:conversationId/finish"')
    await expectSilence()
  })

  test('refused tokens, bodies, paths and packets leave no personal data in the log', async () => {
    const { request, url } = tenant
    const valid = await tenant.token('milan', 'api')
    for (const token of [
      typed,
      `${typed}.${typed}.${typed}`,
      await tenant.token('milan', 'api', { expired: true }),
      await tenant.token('milan', 'api', { scope: typed }),
      await tenant.token('milan', 'api', { audience: typed }),
      await tenant.token('eva@elsewhere.example', 'api'),
    ])
      expect((await request('/api/one-on-ones', { token })).status).toBe(401)
    const one = `${path}/commitments/${crypto.randomUUID()}`
    const put = { method: 'PUT', token: valid }
    for (const raw of [`{"${typed}": `, `{"${typed}": 1}`, typed, JSON.stringify(commitment({ due: typed }))])
      expect((await request(one, { ...put, raw })).status).toBe(400)
    const large = commitment({ what: typed.repeat(10_000) })
    expect((await request(one, { ...put, body: large })).status).toBe(413)
    await request(`/api/${typed}?${typed}=${typed}`, { token: valid })
    await request(`/api/conversations/${typed}`, { token: valid })
    await request(`/${typed}%ff`, { token: valid })
    await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${valid}` },
      body: JSON.stringify({ type: 'message', text: typed }),
    })
    const told = { value: [{ subscriptionId: typed, clientState: typed, resource: typed }] }
    await request('/api/notifications/calendar', { method: 'POST', body: told })
    const packet = connect(tenant.launched.productPorts[0]!, '127.0.0.1')
    packet.end(`GET / HTTP/9.9\r\nauthorization: Bearer ${typed}\r\n\r\n`)
    await once(packet.resume(), 'close')
    await until(async () => (output.includes('client error') ? true : null))
    expect(output).toContain('token refused')
    for (const asked of [
      `/api/questions?search=${typed}`,
      `/healthz?${typed}`,
      `/${typed}`,
      `/api/live/${typed}`,
    ]) {
      const upgrade = connect(tenant.launched.productPorts[0]!, '127.0.0.1')
      upgrade.write(
        `GET ${asked} HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n` +
          `sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n` +
          `authorization: Bearer ${valid}\r\n\r\n`,
      )
      await once(upgrade, 'data')
      upgrade.destroy()
    }
    await expectSilence()
  })

  test('invalid messages on the socket leave no personal data in the log', async () => {
    const frame = (name: string, ...rest: number[]) =>
      new Uint8Array([name.length, ...new TextEncoder().encode(name), ...rest])
    const letters = [...new TextEncoder().encode(typed)]
    for (const bytes of [
      frame(typed, 2, 0),
      frame(conversation.id, 0, 2, 200, ...letters),
      frame(conversation.id, 2, 0, letters.length, ...letters),
      frame(conversation.id, 5, 99, ...letters),
      new Uint8Array(letters),
    ]) {
      const socket = new WebSocket(socketUrl())
      socket.on('error', () => undefined)
      await once(socket, 'open')
      socket.send(bytes)
      socket.ping()
      await Promise.race([once(socket, 'pong'), once(socket, 'close')])
      socket.terminate()
    }
    await until(async () => (output.includes('socket refused') ? true : null))
    await expectSilence()
  })

  test('refusals by Microsoft, which quote the request, leave no personal data in the log', async () => {
    const reference = { joinUrl: meeting.joinUrl, start: meeting.start }
    const open = () => tenant.as('sanne')<OpenedConversation>('POST', '/api/conversations', reference)
    for (const fault of [
      { service: 'graph', path: '/me', status: 500 },
      { service: 'graph', path: '/me', status: 403, code: 'ErrorAccessDenied' },
      { service: 'graph', path: '/me', status: 0 },
      { service: 'entra', status: 503 },
      { service: 'bot', status: 500 },
    ]) {
      await tenant.sandbox('POST', 'faults', { faults: [fault] })
      await open()
      await tenant.as('tom')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
      await tenant.as('tom')('GET', '/api/one-on-ones')
      await chatOf(tenant, 'milan').say(typed)
      await tenant.sandbox('DELETE', 'faults')
    }
    const { id } = (await tenant.as('sanne')<Conversation>('GET', path)).body
    const text = commitment({ what: `${typed} nog eens`, owner: 'coach' })
    await tenant.as('sanne')('PUT', `/api/conversations/${id}/commitments/${crypto.randomUUID()}`, text)
    await tenant.sandbox('POST', 'faults', { faults: [{ service: 'graph', method: 'PATCH', status: 400 }] })
    await tenant.finish('sanne', id)
    await tenant.publication('sanne', id, (one) => one?.state === 'waiting')
    await tenant.sandbox('DELETE', 'faults')
    expect(output).toContain('"problem":"microsoft-')
    await expectSilence()
  })
})
