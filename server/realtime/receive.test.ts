import type { Document } from '@hocuspocus/server'
import { expect, test } from 'vitest'
import type { LimitedSocket } from './limited-socket.ts'
import { Receiver } from './receive.ts'

const id = '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b'
const frame = (...rest: number[]) => Buffer.from([id.length, ...Buffer.from(id), ...rest])

test.each([
  ['presence', frame(1, 1, 0)],
  ['a key', frame(0, 2, 2, 0, 0)],
  ['what there is, asked', frame(0, 0, 1, 0)],
])('a page that sends no more than %s is not taken for gone', async (_what, message) => {
  const client = { handleMessage: () => undefined, lastMessageReceivedAt: 0 }
  const connection = {
    document: { name: id, hasConnection: () => true } as unknown as Document,
    context: {},
    send: () => undefined,
    sendStateless: () => undefined,
  }
  const socket = {
    isEnded: () => false,
    isFor: () => true,
    connection: () => connection,
    heard: () => undefined,
    charge: () => 0,
  } as unknown as LimitedSocket
  await new Receiver(client, socket, () => undefined).take(message, true)
  expect(client.lastMessageReceivedAt).toBeGreaterThan(0)
})
