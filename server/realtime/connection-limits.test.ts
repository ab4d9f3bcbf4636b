import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { Connection } from '@hocuspocus/server'
import { connectionLimits, limits, type Limits } from './connection-limits.ts'
import { inbox } from './inbox.ts'
import type { LimitedSocket } from './limited-socket.ts'

/** Real sockets on this machine, each limited on the server's side. */
let server: WebSocketServer
let limit: (socket: WebSocket, address: string) => LimitedSocket
let ended: string[]
beforeEach(async () => {
  ended = []
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
})
afterEach(async () => {
  for (const socket of server.clients) socket.terminate()
  server.close()
  await once(server, 'close')
})

const bounds = (own: Partial<Limits> = {}) => {
  limit = connectionLimits({ ...limits, ...own }, (why) => ended.push(why)).limited
}
async function connect(address = 'here') {
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const closed = once(client, 'close').then(([code]) => code as number)
  const [[socket]] = (await Promise.all([once(server, 'connection'), once(client, 'open')])) as [
    [WebSocket],
    unknown,
  ]
  return { client, closed, socket, limited: limit(socket, address) }
}
/** A socket on which somebody was let in. */
async function signedIn(person: string, conversation = 'c') {
  const one = await connect()
  one.limited.isFor(conversation)
  void one.limited.signIn()
  const acquired = one.limited.acquire(person)
  if (acquired) one.limited.connected({} as Connection)
  return { ...one, acquired }
}

describe('connection limits of a socket', () => {
  test('a socket that does not sign in in time is cut off, and one that does stays open', async () => {
    bounds({ silence: 40 })
    const milan = await signedIn('milan')
    const silent = await connect()
    expect([await silent.closed, ended]).toEqual([1006, ['nobody signed in']])
    expect(milan.client.readyState).toBe(WebSocket.OPEN)
  })

  test('a socket that has left a conversation is cut off unless it signs in again in time', async () => {
    bounds({ silence: 40 })
    const milan = await signedIn('milan')
    milan.limited.disconnected()
    expect([await milan.closed, ended]).toEqual([1006, ['nobody signed in']])
  })

  test('where too many sockets say nothing the oldest goes, and the newcomer stays', async () => {
    bounds({ silent: 2 })
    const all = [await connect('a'), await connect('b'), await connect('c')]
    expect([await all[0]!.closed, ended]).toEqual([1006, ['too many say nothing']])
    expect(all.map(({ limited }) => limited.isOpen())).toEqual([false, true, true])
  })

  test('silent sockets of one address make room for each other, and not for those of another', async () => {
    bounds({ silentOfAddress: 2 })
    const other = await connect('another')
    const all = [await connect(), await connect(), await connect()]
    await all[0]!.closed
    expect([other, ...all].map(({ limited }) => limited.isOpen())).toEqual([true, false, true, true])
  })

  test('a socket whose token is being looked at does not count as silent', async () => {
    bounds({ silent: 1 })
    const first = await connect()
    void first.limited.signIn()
    await connect()
    expect(first.limited.isOpen()).toBe(true)
  })

  test('a socket whose token is never answered is cut off in time', async () => {
    bounds({ silence: 40 })
    const { limited, closed } = await connect()
    await Promise.all([limited.signIn(), closed])
    expect(ended).toEqual(['nobody signed in'])
  })

  test('the number of sockets of a person is limited, and closing one makes room', async () => {
    bounds({ socketsOfPerson: 2 })
    const [first] = [await signedIn('milan'), await signedIn('milan', 'another')]
    expect([(await signedIn('milan')).acquired, (await signedIn('sanne')).acquired]).toEqual([false, true])
    const gone = once(first.socket, 'close')
    first.client.terminate()
    await gone
    expect((await signedIn('milan')).acquired).toBe(true)
  })

  test('the number of connections of a conversation is limited, and leaving one makes room', async () => {
    bounds({ connectionsOfConversation: 2 })
    const [first] = [await signedIn('milan'), await signedIn('sanne')]
    expect([(await signedIn('sanne')).acquired, (await signedIn('sanne', 'another')).acquired]).toEqual([
      false,
      true,
    ])
    first.limited.disconnected()
    expect((await signedIn('sanne')).acquired).toBe(true)
  })

  test('a connection that was refused for lack of room takes up no room', async () => {
    bounds({ connectionsOfConversation: 1, socketsOfPerson: 2 })
    await signedIn('sanne')
    for (let at = 0; at < 3; at += 1) expect((await signedIn('milan')).acquired).toBe(false)
    expect((await signedIn('milan', 'another')).acquired).toBe(true)
  })

  test('a client that does not read is cut off before it fills the memory', async () => {
    bounds({ unread: 100_000 })
    const { client, socket, limited } = await signedIn('milan')
    client.pause()
    const gone = once(socket, 'close')
    let sent = 0
    const piece = new Uint8Array(64 * 1024)
    // The machine's own buffers take some megabytes first.
    while (limited.isOpen() && sent < 2000) {
      limited.send(piece)
      sent += 1
      if (sent % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await gone
    expect(ended).toEqual(['does not read'])
    expect(sent).toBeLessThan(2000)
  })

  test('a client that reads gets everything that is sent, however much', async () => {
    bounds({ unread: 1_000_000 })
    const { client, limited } = await signedIn('milan')
    let read = 0
    client.on('message', (data: Buffer) => (read += data.length))
    const piece = new Uint8Array(64 * 1024)
    for (let at = 0; at < 200; at += 1) {
      limited.send(piece)
      if (at % 4 === 0) await new Promise((resolve) => setTimeout(resolve))
    }
    await expect.poll(() => read).toBe(200 * piece.length)
    expect(ended).toEqual([])
  })

  test('a client that sends too fast is read more slowly, and loses no message', async () => {
    bounds({ rate: 100, burst: 5 })
    const { client, socket, limited } = await signedIn('milan')
    let read = 0
    inbox(socket, async () => {
      read += 1
      return limited.charge(0, 0)
    })
    const began = performance.now()
    for (let at = 0; at < 25; at += 1) client.send('x')
    await expect.poll(() => read).toBe(25)
    // Five came at once, and twenty more at a hundred a second.
    expect(performance.now() - began).toBeGreaterThan(180)
    expect(ended).toEqual([])
  })

  test.each([
    [
      'at once',
      () => {
        throw new Error('cannot be handled')
      },
    ],
    ['later', () => Promise.reject(new Error('cannot be handled'))],
  ])('a message that fails %s ends its socket, and no more than that', async (_when, take) => {
    bounds()
    const { client, closed, socket } = await signedIn('milan')
    const { empty } = inbox(socket, take)
    client.send('x')
    expect(await closed).toBe(1006)
    await empty()
  })

  test('a client that is refused too often is cut off after the last answer', async () => {
    bounds({ refusals: 3 })
    const { client, closed, limited } = await connect()
    const heard: string[] = []
    client.on('message', (data: Buffer) => heard.push(data.toString()))
    for (const answer of ['no', 'no again', 'no more']) {
      limited.refused()
      limited.send(new TextEncoder().encode(answer))
    }
    expect([await closed, heard.length, ended]).toEqual([1006, 3, ['refused too often']])
  })

  test('a socket serves one conversation only', async () => {
    bounds()
    const { limited } = await connect()
    expect([limited.isFor('c'), limited.isFor('another'), limited.isFor('c')]).toEqual([true, false, true])
  })

  test('the reason why a socket was ended is reported once', async () => {
    bounds()
    const { closed, limited } = await connect()
    limited.end('unreadable', 1003)
    limited.end('unreadable', 1003)
    expect([await closed, ended]).toEqual([1003, ['unreadable']])
  })
})
