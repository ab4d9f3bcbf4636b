import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { afterEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { sizeLimits } from '../../server/contract/limits.ts'
import { stepText } from '../../server/contract/live.ts'
import { limits } from '../../server/realtime/connection-limits.ts'
import { auth, frame, varText, varUint } from '../support/live-frames.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let conversation: Conversation
const sockets: WebSocket[] = []
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate()
  tenant.leave()
})

async function connect(): Promise<WebSocket> {
  const socket = new WebSocket(tenant.liveUrl)
  socket.on('error', () => undefined)
  sockets.push(socket)
  await once(socket, 'open')
  return socket
}

/** One that says nothing, and may be gone before it knows. */
async function silent(): Promise<void> {
  const socket = new WebSocket(tenant.liveUrl)
  sockets.push(socket)
  await new Promise<void>((resolve) => {
    for (const event of ['open', 'error', 'close']) socket.on(event, () => resolve())
  })
}

describe('signing in on the socket of the live notes', () => {
  test('a socket whose first message is no token, or is larger than one, is closed at once', async () => {
    const document = new Y.Doc()
    document.getText(stepText('goal')).insert(0, 'x'.repeat(400_000))
    const update = Y.encodeStateAsUpdate(document)
    const first = [
      [1008, Buffer.concat([frame(conversation.id, 0, 1, ...varUint(update.length)), update])],
      [1008, frame(conversation.id, 0, 0, 1, 0)],
      [1008, frame(conversation.id, 5, ...varText('stored 1'))],
      [1008, frame(conversation.id, 1, 1, 0)],
      [1003, auth(conversation.id, 'x'.repeat(sizeLimits.signIn - 1))],
    ] as const
    for (const [code, bytes] of first) {
      const socket = await connect()
      const closed = once(socket, 'close')
      socket.send(bytes)
      expect((await closed)[0]).toBe(code)
    }
  })

  test('three colleagues get in while over a thousand sockets say nothing', async () => {
    await Promise.all(Array.from({ length: 1100 }, silent))
    const all = await Promise.all(
      ['sanne', 'milan', 'milan'].map((user) => tenant.join(0, user, conversation.id)),
    )
    expect(all.map(({ entered }) => entered)).toEqual(['synced', 'synced', 'synced'])
    // The oldest went, and nobody else.
    await until(async () =>
      sockets.filter((one) => one.readyState === one.CLOSED).length >= 100 ? true : null,
    )
    expect(sockets.at(-1)?.readyState).toBe(WebSocket.OPEN)
  })

  test('a socket is closed after five refused tokens', async () => {
    const socket = await connect()
    let refused = 0
    socket.on('message', (data: Buffer) => (refused += data.toString('latin1').includes('token') ? 1 : 0))
    const closed = once(socket, 'close')
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      socket.send(auth(conversation.id, 'nonsense'))
      await until(async () => (refused === attempt ? true : null))
    }
    const last = performance.now()
    await closed
    // Not by the limit for who says nothing.
    expect(performance.now() - last).toBeLessThan(limits.silence / 2)
  })
})
