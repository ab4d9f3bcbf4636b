import Fastify from 'fastify'
import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { connectionBounds, cutAfter } from './connection-bounds.ts'

describe('connections on which nobody asks anything', () => {
  test('beyond their number the oldest goes, and who asks is served', async () => {
    const app = Fastify({ forceCloseConnections: true })
    await app.register(connectionBounds, { silent: 3 })
    app.get('/', async () => 'ok')
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const open = async () => {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      return socket
    }
    // It has asked something, so it is not one of them.
    const speaking = await open()
    speaking.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await once(speaking, 'data')
    const sockets = []
    for (let at = 0; at < 3; at += 1) sockets.push(await open())
    const [oldest, ...others] = sockets
    const closed = once(oldest!.resume(), 'close')
    others.push(await open())
    await closed
    for (const socket of [...others, speaking]) {
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
      const [answer] = (await once(socket, 'data')) as [Buffer]
      expect(answer.toString()).toMatch(/^HTTP\/1.1 200/)
      socket.destroy()
    }
    await app.close()
    // On a machine under load a connection takes its time.
  }, 20_000)
})

describe('heads and bodies that do not end', () => {
  const length = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9000\r\n'
  test.each([
    ['the first line of a head', 'GET /', 'x'],
    ['a head', length, 'a: b\r\n'],
    ['a body', `${length}\r\n`, 'x'],
    ['a body in pieces', 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n', '1\r\nx\r\n'],
    ['a head behind another request', 'GET / HTTP/1.1\r\nhost: x\r\n\r\nGET /', 'x'],
  ])(
    '%s is cut in time, however often some of it comes',
    async (_what, begin, more) => {
      const longest = 600
      const app = Fastify({ requestTimeout: longest, http: cutAfter(longest) })
      app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, body: string) => body)
      app.all('/', async () => 'ok')
      await app.listen({ port: 0, host: '127.0.0.1' })
      const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
      socket.on('error', () => undefined)
      const began = performance.now()
      socket.write(begin)
      const writing = setInterval(() => socket.write(more), 50)
      await once(socket.resume(), 'close')
      clearInterval(writing)
      const took = performance.now() - began
      expect(took).toBeGreaterThan(longest / 2)
      // On a machine under load timers come late.
      expect(took).toBeLessThan(10 * longest)
      await app.close()
    },
    20_000,
  )
})
