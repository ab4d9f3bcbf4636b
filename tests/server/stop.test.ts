import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect } from 'vitest'
import { livePath } from '../../server/contract/live.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

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

  test('a server that is asked to stop says so to its proxy first, and serves whoever comes until then', async () => {
    await tenant.launched.startProduct({ SHUTDOWN_DELAY: '5' })
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    let isStopped = false
    const stopping = tenant.launched.stop().then(() => (isStopped = true))
    const ask = (path: string) => tenant.request(path, { at: 0 })
    const answer = await until(async () => {
      const said = await ask('/readyz')
      return said.status === 503 ? said : null
    })
    expect(answer.body).toEqual({ status: 'stopping' })
    expect((await ask('/healthz')).status).toBe(200)
    const { id } = await tenant.conversation('sanne', 'milan', meeting!)
    expect((await tenant.join(0, 'sanne', id)).entered).toBe('synced')
    expect(isStopped).toBe(false)
    await tenant.leave()
    await stopping
    await expect(ask('/healthz')).rejects.toThrow()
  })
})
