import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { afterEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { fullMessage, longMessage, stepText, storedMessage } from '../../server/contract/live.ts'
import { conversationSpec, type ConversationDocument } from '../../server/conversation/collection.ts'
import type { Collection } from '../../server/database/collection.ts'
import { limits } from '../../server/realtime/connection-limits.ts'
import { emptyNotes, storeFilled } from '../support/fill-notes.ts'
import { auth, frame } from '../support/live-frames.ts'
import { connectAgain } from '../support/live-items.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'
import { sizeLimits, textLimits } from '../../server/contract/limits.ts'

const test = testIn()
let tenant: Tenant
let conversations: Collection<ConversationDocument>
let conversation: Conversation
let other: Conversation
/** Nobody has opened these. */
let asked: Conversation
let full: Conversation
const sockets: WebSocket[] = []
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  conversations = await tenant.database().collection(conversationSpec)
  const meetings = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
  other = await tenant.conversation('sanne', 'milan', meetings[1]!)
  asked = await tenant.conversation('sanne', 'milan', meetings[2]!)
  full = await tenant.conversation('sanne', 'milan', meetings[3]!)
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  await tenant.leave()
})

const stored = async (id = conversation.id) =>
  (await conversations.findOne({ _id: id }))?.notes.texts['goal'] ?? ''
const address = () => tenant.liveUrl
async function connect(): Promise<WebSocket> {
  const socket = new WebSocket(address())
  socket.on('error', () => undefined)
  sockets.push(socket)
  await once(socket, 'open')
  return socket
}
/** Somebody types and it is stored, whatever goes on beside it. */
async function othersAreFine(): Promise<void> {
  const sanne = await tenant.join(0, 'sanne', conversation.id)
  const word = crypto.randomUUID()
  sanne.text.insert(0, word)
  await until(async () => ((await stored()).includes(word) ? true : null))
  sanne.text.delete(0, sanne.text.length)
  await until(async () => ((await stored()) === '' ? true : null))
}

describe('limits of the live notes', () => {
  test('an invalid message ends its own socket only', async () => {
    const token = await tenant.token('sanne')
    const named = ['', '__proto__', '{"$ne":1}', conversation.id.toUpperCase()].map((name) =>
      auth(name, token),
    )
    for (const bytes of [new Uint8Array([255, 255, 255, 255, 255]), new Uint8Array(0), 'text', ...named]) {
      const socket = await connect()
      const closed = once(socket, 'close')
      socket.send(bytes)
      await closed
    }
    await othersAreFine()
  })

  test('a socket that has not signed in reads nothing and writes nothing', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const socket = await connect()
    let heard = 0
    socket.on('message', () => (heard += 1))
    const document = new Y.Doc()
    document.getText(stepText('goal')).insert(0, 'van een vreemde')
    const update = Y.encodeStateAsUpdate(document)
    socket.send(frame(conversation.id, 0, 0, 1, 0))
    socket.send(frame(conversation.id, 0, 2, update.length, ...update))
    sanne.text.insert(0, 'van Sanne')
    await until(async () => ((await stored()) === 'van Sanne' ? true : null))
    expect(heard).toBe(0)
    await othersAreFine()
  })

  test('a socket of one conversation is closed when it tries to open another', async () => {
    const socket = await connect()
    const answers: string[] = []
    socket.on('message', (data: Buffer) => answers.push(data.toString('latin1')))
    socket.send(auth(conversation.id, await tenant.token('milan')))
    await until(async () => (answers.some((one) => one.includes('read-write')) ? true : null))
    const closed = once(socket, 'close')
    socket.send(auth(other.id, await tenant.token('milan')))
    expect((await closed)[0]).toBe(1008)
    expect(answers.some((one) => one.includes(other.id))).toBe(false)
  })

  test('a message right behind a goodbye is not taken', async () => {
    const socket = await connect()
    const entered = once(socket, 'message')
    socket.send(auth(conversation.id, await tenant.token('milan')))
    await entered
    const document = new Y.Doc()
    document.getText(stepText('goal')).insert(0, 'te laat')
    const update = Y.encodeStateAsUpdate(document)
    const keystroke = frame(conversation.id, 0, 2, update.length, ...update)
    socket.send(frame(conversation.id, 7))
    socket.send(keystroke)
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    sanne.text.insert(0, 'op tijd')
    await until(async () => ((await stored()) === 'op tijd' ? true : null))
    sanne.text.delete(0, sanne.text.length)
    await until(async () => ((await stored()) === '' ? true : null))
  })

  test('a client that asks again and again is answered at once, and then now and then', async () => {
    await storeFilled(tenant.database(), asked.id, 1_000_000)
    const socket = await connect()
    const entered = once(socket, 'message')
    socket.send(auth(asked.id, await tenant.token('milan')))
    await entered
    let answers = 0
    socket.on('message', (data: Buffer) => (answers += data.length > 900_000 ? 1 : 0))
    const began = performance.now()
    for (let at = 0; at < 100; at += 1) socket.send(frame(asked.id, 0, 0, 1, 0))
    await until(async () => (answers > 0 ? true : null))
    await othersAreFine()
    const seconds = (performance.now() - began) / 1000
    expect(answers).toBeLessThanOrEqual(2 + seconds)
  })

  test('a thirteenth device of one person is refused as busy, while another person still gets in', async () => {
    const all = []
    for (let at = 0; at < 13; at += 1) all.push((await tenant.join(0, 'milan', conversation.id)).entered)
    expect(all).toEqual([...Array<string>(12).fill('synced'), 'busy'])
    expect((await tenant.join(0, 'sanne', conversation.id)).entered).toBe('synced')
  })

  test('a seventeenth connection to a conversation is refused as busy, and a goodbye makes room on an open socket', async () => {
    const all = []
    for (let at = 0; at < 12; at += 1) all.push(await tenant.join(0, 'milan', conversation.id))
    for (let at = 0; at < 5; at += 1) all.push(await tenant.join(0, 'sanne', conversation.id))
    const entered = all.map((one) => one.entered)
    expect(entered).toEqual([...Array<string>(16).fill('synced'), 'busy'])
    all[0]?.provider.detach()
    await until(async () =>
      (await tenant.join(0, 'sanne', conversation.id)).entered === 'synced' ? true : null,
    )
  })

  test('a client that sends without end loses nothing and keeps nobody waiting', async () => {
    const milan = await tenant.join(0, 'milan', other.id)
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    // Four seconds more than is taken at once: enough for one word of another, also on a busy machine.
    const many = limits.burst + 4 * limits.rate
    for (let at = 0; at < many; at += 1) {
      milan.text.insert(milan.text.length, 'x')
      // What comes in one piece is read as one: the limit holds between pieces.
      if (at % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    sanne.text.insert(0, 'tussendoor')
    await until(async () => ((await stored()) === 'tussendoor' ? true : null))
    expect((await stored(other.id)).length).toBeLessThan(many)
    await until(async () => ((await stored(other.id)).length === many ? true : null))
    sanne.text.delete(0, sanne.text.length)
    await until(async () => ((await stored()) === '' ? true : null))
    milan.text.delete(0, many)
    await until(async () => ((await stored(other.id)) === '' ? true : null))
  })

  test('a document at its bound takes no more, keeps what fitted, and takes more once it is shortened', async () => {
    await storeFilled(tenant.database(), full.id, sizeLimits.notes.server - 10_000)
    const milan = await tenant.join(0, 'milan', full.id)
    const sanne = await tenant.join(0, 'sanne', full.id)
    const long = 'x'.repeat(19_999)
    sanne.text.insert(0, `${long}€`)
    await until(async () => (sanne.messages.includes(fullMessage) ? true : null))
    expect(await stored(full.id)).toBe('')
    emptyNotes(milan.provider.document)
    await until(async () => (milan.provider.hasUnsyncedChanges ? null : true))
    // What was not taken is there still, and is taken now.
    sanne.provider.forceSync()
    await until(async () => ((await stored(full.id)) === `${long}€` ? true : null))
    sanne.text.delete(0, sanne.text.length)
    await until(async () => ((await stored(full.id)) === '' ? true : null))
  })

  test('a step takes no more than its limit, whoever types, and takes more once it is shortened', async () => {
    const [sanne, milan] = [
      await tenant.join(0, 'sanne', conversation.id),
      await tenant.join(0, 'milan', conversation.id),
    ]
    milan.provider.disconnect()
    const half = textLimits.step / 2
    sanne.text.insert(0, 's'.repeat(half))
    await until(async () => ((await stored()).length === half ? true : null))
    // Each of them has room for it on their own screen.
    milan.text.insert(0, 'm'.repeat(half + 1))
    await connectAgain(milan)
    await until(async () => (milan.messages.includes(longMessage) ? true : null))
    expect([await stored(), milan.text.length]).toEqual(['s'.repeat(half), 2 * half + 1])
    milan.text.delete(milan.text.length - 1, 1)
    milan.provider.forceSync()
    await until(async () => ((await stored()).length === 2 * half ? true : null))
    milan.text.delete(0, milan.text.length)
    await until(async () => ((await stored()) === '' ? true : null))
  })

  test('a presence carries the name that the server knows', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const milan = await tenant.join(0, 'milan', conversation.id)
    milan.provider.setAwarenessField('user', { name: 'Sanne de Vries', role: 'coach', step: 'goal' })
    const users = () => [...(sanne.provider.awareness?.getStates().values() ?? [])].map((one) => one['user'])
    const seen = await until(async () => users().find((one) => one?.step === 'goal') ?? null)
    expect(seen).toMatchObject({ name: 'Milan Bakker', role: 'employee' })
  })

  test('text that was reported as stored is stored', async () => {
    const milan = await tenant.join(0, 'milan', conversation.id)
    milan.text.insert(0, 'bewaard')
    milan.provider.sendStateless(storedMessage(7))
    await until(async () => (milan.messages.includes(storedMessage(7)) ? true : null))
    expect(await stored()).toBe('bewaard')
  })

  test('text is stored again and again while its author types without a pause', async () => {
    const milan = await tenant.join(0, 'milan', conversation.id)
    const typing = setInterval(() => milan.text.insert(0, 'y'), 50)
    try {
      for (let round = 0, last = 0; round < 3; round += 1)
        last = await until(async () => {
          const { length } = await stored()
          return length > last ? length : null
        })
    } finally {
      clearInterval(typing)
    }
  })

  test('a token that ends is renewed on the same socket, and a client without a new one is disconnected', async () => {
    const old = await tenant.token('milan')
    let asked = 0
    const sanne = await tenant.join(0, 'sanne', conversation.id, async () => {
      const token = await tenant.token('sanne')
      asked += 1
      return token
    })
    const milan = await tenant.join(0, 'milan', conversation.id, async () => old)
    let closes = 0
    sanne.provider.on('close', () => (closes += 1))
    const out = new Promise<string>((resolve) => {
      milan.provider.on('close', ({ event }: { event: { reason: string } }) => resolve(event.reason))
    })
    const now = Date.parse(await tenant.now())
    await tenant.moveTo(new Date(now + 2 * 3_600_000).toISOString())
    await until(async () => (asked === 2 ? true : null))
    // Answered after the new token, which came first.
    sanne.provider.sendStateless(storedMessage(8))
    await until(async () => (sanne.messages.includes(storedMessage(8)) ? true : null))
    await tenant.moveTo(new Date(now + 2 * 3_600_000 + 30_000).toISOString())
    expect(await out).toBe('token')
    expect([asked, closes]).toEqual([2, 0])
    const before = await stored()
    sanne.text.insert(0, 'verder ')
    await until(async () => ((await stored()) === `verder ${before}` ? true : null))
  })

  test('text that both type while one of them is offline for an hour is all there afterwards', async () => {
    const sanne = await tenant.join(0, 'sanne', other.id)
    const milan = await tenant.join(0, 'milan', other.id)
    sanne.text.delete(0, sanne.text.length)
    await until(async () => (String(milan.text) === '' ? true : null))
    milan.provider.disconnect()
    milan.text.insert(0, 'Milan zonder verbinding')
    sanne.text.insert(0, 'Sanne met verbinding')
    await until(async () => ((await stored(other.id)) === 'Sanne met verbinding' ? true : null))
    const now = Date.parse(await tenant.now())
    await tenant.moveTo(new Date(now + 3_600_000).toISOString())
    await connectAgain(milan)
    const both = await until(async () => {
      const [a, b, c] = [String(sanne.text), String(milan.text), await stored(other.id)]
      return a === b && b === c && a.includes('Milan zonder') ? a : null
    })
    expect(both).toContain('Sanne met verbinding')
  })
})
