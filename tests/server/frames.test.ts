import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { once } from 'node:events'
import fc from 'fast-check'
import { beforeEach, describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import type { Conversation } from '../../server/contract/conversation.ts'
import { stepText, storedMessage } from '../../server/contract/live.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

/** The same frames each time; another number is another hunt. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20260603)
const runs = Number(process.env['FUZZ_RUNS'] ?? 150)

const test = testIn({ logLevel: 'info', onOutput: (text) => (output += text) })
let tenant: Tenant
let conversation: Conversation
let token: string
let output = ''
/** What a real page sends: signing in, syncing, typing, presence, asking, leaving. */
let real: Uint8Array[]
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  conversation = await tenant.conversation('sanne', 'milan', (await tenant.meetings('sanne', 'Milan'))[0]!)
  token = await tenant.token('milan', 'api')
  real = await recorded()
})
beforeEach(() => {
  output = ''
})

const url = () => tenant.liveUrl

async function recorded(): Promise<Uint8Array[]> {
  const sent: Uint8Array[] = []
  class Recording extends WebSocket {
    override send(data: never): void {
      sent.push(new Uint8Array(data))
      super.send(data)
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({ url: url(), WebSocketPolyfill: Recording })
  const provider = new HocuspocusProvider({ websocketProvider, name: conversation.id, token })
  const synced = new Promise((resolve) => provider.on('synced', resolve))
  provider.attach()
  await synced
  const text = provider.document.getText(stepText('goal'))
  provider.setAwarenessField('user', { name: 'Milan', step: 'goal' })
  text.insert(0, 'wat er staat')
  text.delete(1, 4)
  const stored = new Promise((resolve) => provider.on('stateless', resolve))
  provider.sendStateless(storedMessage(1))
  await stored
  provider.destroy()
  websocketProvider.destroy()
  return sent
}

const frame = (...rest: number[]) =>
  new Uint8Array([conversation.id.length, ...new TextEncoder().encode(conversation.id), ...rest])
const varText = (text: string) => {
  const bytes = new TextEncoder().encode(text)
  return [(bytes.length & 127) | 128, bytes.length >> 7, ...bytes]
}
const signIn = () => frame(2, 0, ...varText(token))

/** Sends these on a socket of their own, after signing in where asked, and waits until they were read, or it ended. */
async function send(frames: Uint8Array[], signedIn: boolean, untilEnded = false): Promise<void> {
  const socket = new WebSocket(url())
  socket.on('error', () => undefined)
  await once(socket, 'open')
  const closed = once(socket, 'close')
  if (signedIn) {
    const entered = once(socket, 'message')
    socket.send(signIn())
    await entered
  }
  for (const one of frames) socket.send(one)
  socket.ping()
  await Promise.race([closed, ...(untilEnded ? [] : [once(socket, 'pong')])])
  // Closed with a word on both sides: the server logs nothing of it later, when another test counts its lines.
  socket.close()
  await closed
}

/** Everything that the process has written is a line of our log, and none tells anything of anybody. */
async function expectOwnLinesOnly(): Promise<string[]> {
  const { instance = '' } = (await tenant.request('/api/nothing')).body
  await until(async () => (output.includes(instance) ? true : null))
  const lines = output.trim().split('\n')
  expect(lines.filter((line) => !line.startsWith('{"level":'))).toEqual([])
  expect(lines.filter((line) => /Milan|Bakker|wat er staat|eyJ|"stack"/.test(line))).toEqual([])
  return lines
}

/** A device's id that nothing above comes upon. */
const far = [0xff, 0xfe, 0x7f]

const cannotBeRead: [string, () => Uint8Array][] = [
  ['no message', () => new Uint8Array([1, 2, 3])],
  ['a token cut short', () => frame(2, 0, 9, 65)],
  ['a state vector that is none', () => frame(0, 0, 2, 9, 9)],
  ['an update that is none', () => frame(0, 1, 3, 9, 9, 9)],
  ['a keystroke that is none', () => frame(0, 2, 3, 9, 9, 9)],
  [
    'a keystroke that stands on itself',
    () => frame(0, 2, 14, ...[1, 1, ...far, 0, 132, ...far, 0, 1, 120, 0]),
  ],
  ['presence that is none', () => frame(1, 6, 1, 5, 1, 1, 0xff, 0)],
  ['what only servers say', () => frame(6, 1, 65)],
]

const hunt = (frames: fc.Arbitrary<Uint8Array>) =>
  fc.assert(
    fc.asyncProperty(fc.array(frames, { minLength: 1, maxLength: 4 }), fc.boolean(), async (all, signedIn) =>
      send(all, signedIn),
    ),
    {
      seed,
      numRuns: runs,
      endOnFailure: true,
    },
  )

describe('WebSocket frames of the live notes', () => {
  test('random bytes after a right beginning leave only harmless lines in the log', async () => {
    const bytes = fc.uint8Array({ maxLength: 40 })
    const small = fc.array(fc.nat(20), { maxLength: 30 })
    await hunt(
      fc.oneof(
        bytes,
        bytes.map((rest) => frame(...rest)),
        fc.tuple(fc.nat(10), small).map(([type, rest]) => frame(type, ...rest)),
        fc.tuple(fc.nat(3), small).map(([step, rest]) => frame(0, step, rest.length, ...rest)),
        small.map((rest) => frame(1, rest.length, ...rest)),
        fc.constant(frame(1, 6, 1, 5, 1, 1, 0xff, 0)),
      ),
    )
    await expectOwnLinesOnly()
  })

  test('real frames that are cut short or changed leave only harmless lines in the log', async () => {
    const changes = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 4 })
    await hunt(
      fc.tuple(fc.constantFrom(...real), fc.nat(400), changes).map(([whole, cut, changed]) => {
        const bytes =
          cut < 200 ? whole.slice(0, Math.max(37, whole.length - (cut % whole.length))) : whole.slice()
        for (const [at, byte] of changed) if (37 + at < bytes.length) bytes[37 + at] = byte
        return bytes
      }),
    )
    await expectOwnLinesOnly()
  })

  test.each(cannotBeRead)(
    'a frame with %s ends its socket and writes one line to the log',
    async (_what, bytes) => {
      await send([bytes(), bytes(), frame(3)], true, true)
      const closed = (await expectOwnLinesOnly()).filter((line) => line.includes('socket closed'))
      expect(closed.map((line) => (JSON.parse(line) as { why: string }).why)).toEqual(['unreadable'])
    },
  )

  test('a socket that sends a lot before signing in is closed, with one line in the log', async () => {
    const large = new Uint8Array(0x40100)
    large.set(frame(0, 2, 0x80, 0x80, 0x10))
    await send([large, large, large, signIn()], false, true)
    const many = Array.from({ length: 1200 }, () => frame(3))
    await send([...many, signIn()], false, true)
    const lines = (await expectOwnLinesOnly()).filter((line) => line.includes('socket'))
    const why = 'nobody signed in'
    expect(lines.map((line) => (JSON.parse(line) as { why: string }).why)).toEqual([why, why])
  })

  test('the notes are whole and can be typed in after all of these frames', async () => {
    const provider = new HocuspocusProvider({
      url: url(),
      name: conversation.id,
      token: () => tenant.token('sanne', 'api'),
    })
    await new Promise((resolve) => provider.on('synced', resolve))
    const stored = new Promise((resolve) => provider.on('stateless', resolve))
    provider.document.getText(stepText('reality')).insert(0, 'wat er staat')
    provider.sendStateless(storedMessage(1))
    await stored
    provider.destroy()
    await tenant.launched.kill()
    await tenant.launched.startProduct()
    const again = new HocuspocusProvider({ url: url(), name: conversation.id, token })
    await new Promise((resolve) => again.on('synced', resolve))
    expect(again.document.getText(stepText('reality')).toString()).toContain('wat er staat')
    again.destroy()
    await expectOwnLinesOnly()
  })
})
