import httpProxy from '@fastify/http-proxy'
import Fastify from 'fastify'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'
import { sandboxApi } from './api.ts'
import { entraRoutes } from './entra/routes.ts'
import { graphRoutes } from './graph/routes.ts'
import { hostPages } from './host/plugin.ts'
import { newKey } from './keys.ts'
import { calendar } from './seed/calendar.ts'
import { people, registration, tenantId } from './seed/organisation.ts'
import { openStore, type State } from './store.ts'

/** Tuesday 2 June 2026, ten o'clock in Amsterdam: half an hour before the first 1-on-1. */
const firstMorning = '2026-06-02T08:00:00Z'

export type Seed = () => Omit<State, 'keys' | 'tokens' | 'copies'>
export const organisation: Seed = () => ({
  offset: Date.parse(firstMorning) - Date.now(),
  people: people(),
  items: calendar(),
})

export type Sandbox = {
  url: string
  tenantId: string
  app: typeof registration
  reset(): void
  close(): Promise<void>
}

/**
 * A simulated tenant: Entra, Graph and the host pages under `/sandbox`. Everything else goes to `upstream`, the
 * product, so that both stand on one origin as one address to open.
 */
export async function start(options: {
  seed?: Seed
  port: number
  dataDir?: string
  upstream?: string
  /** What the product has to forget when the tenant begins anew. */
  onReset?: () => Promise<void>
}): Promise<Sandbox> {
  const seed = options.seed ?? organisation
  const store = openStore(
    () => ({ copies: {}, tokens: {}, keys: [newKey(crypto.randomUUID())], ...seed() }),
    options.dataDir,
  )
  const app = Fastify({ bodyLimit: 8 * 1024 * 1024, forceCloseConnections: true })
  let url = ''
  const issuers = () => `${url}/sandbox/entra`
  const graph = () => `${url}/sandbox/graph/v1.0`

  await app.register(async (tenant) => {
    tenant.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, { ...parse(String(body)) }),
    )
    await tenant.register(async (entra) => entraRoutes(entra, store, issuers), { prefix: '/sandbox/entra' })
    await tenant.register(async (v1) => graphRoutes(v1, store, graph, issuers), {
      prefix: '/sandbox/graph/v1.0',
    })
    await tenant.register(async (api) => sandboxApi(api, store, issuers, async () => options.onReset?.()), {
      prefix: '/sandbox/api',
    })
    await tenant.register(hostPages)
  })
  if (options.upstream) {
    await app.register(httpProxy, { upstream: options.upstream, websocket: true, http2: false })
  }
  await app.listen({ port: options.port, host: 'localhost' })
  url = `http://localhost:${(app.server.address() as AddressInfo).port}`
  return { url, tenantId, app: registration, reset: () => store.reset(), close: () => app.close() }
}
