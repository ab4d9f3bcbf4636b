import Fastify from 'fastify'
import type { AddressInfo } from 'node:net'
import { proxyTo } from '../../infra/sandbox/proxy.ts'

/** How often each server is asked whether it is ready, in milliseconds. */
const interval = 100

/** A reverse proxy before several servers, which leads people in turn to those whose `/readyz` says yes. */
export async function startBalancer(ports: number[]) {
  const servers = ports.map((port) => ({ url: `http://127.0.0.1:${port}`, isReady: false }))
  const look = () =>
    Promise.all(
      servers.map(async (one) => {
        one.isReady = await fetch(`${one.url}/readyz`).then(
          ({ status }) => status === 200,
          () => false,
        )
      }),
    )
  await look()
  const looking = setInterval(() => void look(), interval)

  let turn = 0
  const next = () => {
    const ready = servers.filter((one) => one.isReady)
    turn += 1
    return ready[turn % ready.length]?.url
  }
  const app = Fastify({ forceCloseConnections: true })
  await proxyTo(app, next)
  await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    ready: () => servers.filter((one) => one.isReady).length,
    close: async () => {
      clearInterval(looking)
      await app.close()
    },
  }
}
