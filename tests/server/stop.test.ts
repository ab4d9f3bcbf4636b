import { once } from 'node:events'
import { connect } from 'node:net'
import { describe } from 'vitest'
import { livePath } from '../../server/contract/live.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ ownProcess: true })
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

/** What a proxy does for a browser that wants its live notes back: it asks, and keeps the connection. */
function insist(port: number) {
  const socket = connect(port, '127.0.0.1')
  const ask = () =>
    socket.write(
      `GET ${livePath} HTTP/1.1\r\nHost: groei\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
  socket.on('error', () => undefined).resume()
  return { socket, ask }
}

// Well over the grace that answers on their way get, and far under Fastify's keep-alive of 72 s.
const patience = 20_000

describe('graceful shutdown', () => {
  test(
    'a graceful shutdown completes while browsers keep asking for a WebSocket',
    async () => {
      const [early, late] = [
        insist(tenant.launched.productPorts[0]!),
        insist(tenant.launched.productPorts[0]!),
      ]
      early.ask()
      await Promise.all([once(early.socket, 'data'), once(late.socket, 'connect')])
      const closed = Promise.all([once(early.socket, 'close'), once(late.socket, 'close')])
      const stopping = tenant.launched.stop()
      late.ask()
      await Promise.all([stopping, closed])
    },
    patience,
  )
})
