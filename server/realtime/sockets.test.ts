import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { limits, type Limits } from './limits.ts'
import { socketGuards, type Guard } from './sockets.ts'

/** Real sockets on this machine, each with its guard on the server's side. */
let server: WebSocketServer
let guardOf: (socket: WebSocket) => Guard
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
  guardOf = socketGuards({ ...limits, ...own }, (why) => ended.push(why))
}
async function connect() {
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const closed = once(client, 'close').then(([code]) => code as number)
  const [[socket]] = (await Promise.all([once(server, 'connection'), once(client, 'open')])) as [
    [WebSocket],
    unknown,
  ]
  return { client, closed, socket, guard: guardOf(socket) }
}
/** A socket on which somebody was let in. */
async function signedIn(person: string, conversation = 'c') {
  const one = await connect()
  one.guard.isFor(conversation)
  return { ...one, admitted: one.guard.admit(person) }
}

describe('socket guard', () => {
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
    milan.guard.left()
    expect([await milan.closed, ended]).toEqual([1006, ['nobody signed in']])
  })

  test('a socket beyond the limit of waiting sockets is told to come later, and a sign-in makes room', async () => {
    bounds({ waiting: 2 })
    const [first] = [await connect(), await connect()]
    const third = await connect()
    expect([await third.closed, third.guard.isOpen(), ended]).toEqual([1013, false, ['too many wait']])
    first.guard.isFor('c')
    first.guard.admit('milan')
    expect((await connect()).guard.isOpen()).toBe(true)
  })

  test('the number of sockets of a person is limited, and closing one makes room', async () => {
    bounds({ socketsOfPerson: 2 })
    const [first] = [await signedIn('milan'), await signedIn('milan', 'another')]
    expect([(await signedIn('milan')).admitted, (await signedIn('sanne')).admitted]).toEqual([false, true])
    const gone = once(first.socket, 'close')
    first.client.terminate()
    await gone
    expect((await signedIn('milan')).admitted).toBe(true)
  })

  test('the number of connections of a conversation is limited, and leaving one makes room', async () => {
    bounds({ connectionsOfConversation: 2 })
    const [first] = [await signedIn('milan'), await signedIn('sanne')]
    expect([(await signedIn('sanne')).admitted, (await signedIn('sanne', 'another')).admitted]).toEqual([
      false,
      true,
    ])
    first.guard.left()
    expect((await signedIn('sanne')).admitted).toBe(true)
  })

  test('a connection that was refused for lack of room takes up no room', async () => {
    bounds({ connectionsOfConversation: 1, socketsOfPerson: 2 })
    await signedIn('sanne')
    for (let at = 0; at < 3; at += 1) expect((await signedIn('milan')).admitted).toBe(false)
    expect((await signedIn('milan', 'another')).admitted).toBe(true)
  })

  test('a client that does not read is cut off before it fills the memory', async () => {
    bounds({ unread: 100_000 })
    const { client, socket, guard } = await signedIn('milan')
    client.pause()
    const gone = once(socket, 'close')
    let sent = 0
    const piece = new Uint8Array(64 * 1024)
    // The machine's own buffers take some megabytes first.
    while (guard.isOpen() && sent < 2000) {
      guard.writer.send(piece)
      sent += 1
      if (sent % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await gone
    expect(ended).toEqual(['does not read'])
    expect(sent).toBeLessThan(2000)
  })

  test('a client that reads gets everything that is sent, however much', async () => {
    bounds({ unread: 1_000_000 })
    const { client, guard } = await signedIn('milan')
    let read = 0
    client.on('message', (data: Buffer) => (read += data.length))
    const piece = new Uint8Array(64 * 1024)
    for (let at = 0; at < 200; at += 1) {
      guard.writer.send(piece)
      if (at % 4 === 0) await new Promise((resolve) => setTimeout(resolve))
    }
    await expect.poll(() => read).toBe(200 * piece.length)
    expect(ended).toEqual([])
  })

  test('a client that sends too fast is read more slowly, and loses no message', async () => {
    bounds({ rate: 100, burst: 5 })
    const { client, socket, guard } = await signedIn('milan')
    guard.entered()
    let read = 0
    socket.on('message', () => {
      read += 1
      guard.count(0)
    })
    for (let at = 0; at < 25; at += 1) client.send('x')
    await expect.poll(() => read).toBe(25)
    // Those came at once; what comes next waits until twenty more would have been let through.
    const began = performance.now()
    for (const text of ['x', 'x']) {
      const next = once(socket, 'message')
      client.send(text)
      await next
    }
    expect(performance.now() - began).toBeGreaterThan(100)
    expect(ended).toEqual([])
  })

  test('the number and size of messages before signing in are limited', async () => {
    bounds({ burst: 10, message: 1000 })
    const [many, much, milan] = [await connect(), await connect(), await signedIn('milan')]
    for (let at = 0; at < 11; at += 1) many.guard.count(1)
    much.guard.count(1001)
    milan.guard.entered()
    for (let at = 0; at < 11; at += 1) milan.guard.count(100)
    expect([many, much, milan].map(({ guard }) => guard.isOpen())).toEqual([false, false, true])
    expect(ended).toEqual(['too much before signing in', 'too much before signing in'])
  })

  test('a client that is refused too often is cut off after the last answer', async () => {
    bounds({ refusals: 3 })
    const { client, closed, guard } = await connect()
    const heard: string[] = []
    client.on('message', (data: Buffer) => heard.push(data.toString()))
    for (const answer of ['no', 'no again', 'no more']) {
      guard.refused()
      guard.writer.send(new TextEncoder().encode(answer))
    }
    expect([await closed, heard.length, ended]).toEqual([1006, 3, ['refused too often']])
  })

  test('a socket serves one conversation only', async () => {
    bounds()
    const { guard } = await connect()
    expect([guard.isFor('c'), guard.isFor('another'), guard.isFor('c')]).toEqual([true, false, true])
  })

  test('the reason why a socket was ended is reported once', async () => {
    bounds()
    const { closed, guard } = await connect()
    guard.end('unreadable', 1003)
    guard.end('unreadable', 1003)
    expect([await closed, ended]).toEqual([1003, ['unreadable']])
  })
})
