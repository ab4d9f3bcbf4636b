import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import * as Y from 'yjs'
import { TokenFirst } from './token-first.ts'

const name = 'c'
/** Hocuspocus puts the type of a message behind its name. */
const typeOf = (data: Buffer) => data[name.length + 1]
const authentication = 2

let close: () => void = () => undefined
afterEach(() => close())

describe('connection on which the token goes first', () => {
  test('what is typed while the token is fetched is not sent before it, on the first socket and on the next', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await once(server, 'listening')
    const heard: (number | undefined)[][] = []
    server.on('connection', (socket: WebSocket) => {
      const types: (number | undefined)[] = []
      heard.push(types)
      socket.on('message', (data: Buffer) => {
        types.push(typeOf(data))
        // Answered, so that the page takes itself for connected.
        if (types.length === 1) socket.send(data)
      })
    })
    const document = new Y.Doc()
    const text = document.getText('step:goal')
    const provider = new TokenFirst({
      url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
      name,
      document,
      token: async () => {
        for (const letter of 'haast') {
          text.insert(text.length, letter)
          await new Promise((resolve) => setTimeout(resolve))
        }
        return 'x.y.z'
      },
    })
    close = () => {
      provider.destroy()
      server.close()
    }
    await expect.poll(() => heard[0]?.length ?? 0, { timeout: 15_000 }).toBeGreaterThan(1)
    for (const socket of server.clients) socket.terminate()
    text.insert(0, 'zonder verbinding ')
    await expect.poll(() => heard[1]?.length ?? 0, { timeout: 15_000 }).toBeGreaterThan(1)
    expect(heard.map(([first]) => first)).toEqual(heard.map(() => authentication))
  })
})
