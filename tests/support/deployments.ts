import Fastify from 'fastify'
import type { AddressInfo } from 'node:net'
import { proxyTo } from '../../infra/sandbox/proxy.ts'
import type { Tenant } from './tenant.ts'

/**
 * Stands before the product and gives each deployment file names of its own, as a build does whose content changed:
 * those of the one before are gone.
 */
export async function startDeployments(tenant: Tenant) {
  const [port] = tenant.launched.productPorts
  const product = `http://127.0.0.1:${port}`
  const app = Fastify({ forceCloseConnections: true })
  const missing = new Set<string>()
  let build = 1
  let isAway = false
  const renamed = (text: string) => text.replace(/(-[\w-]{8})\.js\b/g, `$1.${build}.js`)

  const pass = async (path: string) => {
    const answer = await fetch(`${product}${path}`)
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      text: await answer.text(),
    }
  }
  app.addHook('onRequest', async (_request, reply) => {
    if (!isAway) return
    reply.hijack()
    reply.raw.destroy()
  })
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const [part = '', of, ending] = request.params.name.split('.')
    const isGone =
      of !== String(build) || ending !== 'js' || [...missing].some((one) => part.startsWith(`${one}-`))
    if (isGone) return reply.code(404).send()
    const { status, type, text } = await pass(`/assets/${part}.js`)
    return reply.code(status).type(type).send(renamed(text))
  })
  for (const page of ['/panel', '/pane'])
    app.get(page, async (_request, reply) => {
      const { status, type, text } = await pass(page)
      return reply.code(status).type(type).header('cache-control', 'no-cache').send(renamed(text))
    })
  await proxyTo(app, () => product)
  await app.listen({ port: 0, host: '127.0.0.1' })
  tenant.launched.sandbox.setUpstream(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`)

  return {
    deploy: () => (build += 1),
    /** Parts by the names of their modules, which no build has from now on. */
    lose: (part: string) => missing.add(part),
    repair: () => missing.clear(),
    /** Cuts every request off from now on, until it is back. */
    goAway: () => (isAway = true),
    comeBack: () => (isAway = false),
    close: () => app.close(),
  }
}
