import Fastify from 'fastify'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'
import { sandboxApi } from './api/routes.ts'
import { connectorRoutes } from './bot/connector.ts'
import { toBot } from './bot/to-bot.ts'
import { managedIdentityRoutes } from './entra/managed-identity.ts'
import { entraRoutes } from './entra/routes.ts'
import { graphRoutes } from './graph/routes.ts'
import { hostPages } from './host/plugin.ts'
import { newKey } from './keys.ts'
import type { SigningKey, State } from './model.ts'
import { proxyTo } from './proxy.ts'
import { calendar } from './seed/calendar.ts'
import { groups, people, registration, tenantId } from './seed/organisation.ts'
import { startNotifier } from './notifications/notifier.ts'
import { openStore, stateVersion } from './store.ts'
import { vaultControl, vaultRoutes } from './vault/routes.ts'

/** Tuesday 2 June 2026, ten o'clock in Amsterdam: half an hour before the first 1-on-1. */
const firstMorning = '2026-06-02T08:00:00Z'

export type Seed = () => Pick<State, 'offset' | 'people' | 'groups' | 'items' | 'registrations'>
export const organisation: Seed = () => ({
  offset: Date.parse(firstMorning) - Date.now(),
  people: people(),
  groups: groups(),
  items: calendar(people(), groups()),
})

export type Sandbox = {
  url: string
  tenantId: string
  app: { clientId: string; clientSecret: string; scope: string; teamsAppId: string }
  now(): Date
  /** The seed again, and its first morning. Keys stay. */
  reset(): void
  /** Where the product is from now on. */
  setUpstream(url: string): void
  close(): Promise<void>
}

/**
 * A simulated tenant: Entra, Graph and the host pages under `/sandbox`. Everything else goes to `upstream`, the
 * product, so that both stand on one origin as one address to open.
 * @throws Error when the data in `dataDir` are not the sandbox's or the port is taken
 */
export async function start(options: {
  seed?: Seed
  /** 0: a free one. */
  port: number
  /** The key for signing tokens; unset: a new one, which takes a while to make. */
  signingKey?: SigningKey
  dataDir?: string
  upstream?: string
  /** Called when somebody moved the clock, before their request is answered. */
  onClockMoved?: () => void
  /** Called when the tenant is reset over HTTP, so that the product forgets its data too. */
  onReset?: () => Promise<void>
}): Promise<Sandbox> {
  const seed = options.seed ?? organisation
  const fresh = () => ({
    version: stateVersion,
    copies: {},
    subscriptions: {},
    changes: {},
    rounds: {},
    refreshTokens: {},
    ...seed(),
  })
  const store = openStore(fresh, () => [options.signingKey ?? newKey(crypto.randomUUID())], options.dataDir)
  const notifier = startNotifier(store)
  const app = Fastify({
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1000 },
  })
  let url = ''
  let upstream = options.upstream
  const entra = () => `${url}/sandbox/entra`
  const graph = () => `${url}/sandbox/graph/v1.0`
  const connector = () => `${url}/sandbox/connector`
  const send = toBot(store, { connector, endpoint: () => `${url}/api/messages` })

  await app.register(async (tenant) => {
    tenant.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, { ...parse(String(body)) }),
    )
    const addresses = () => ({ entra: entra(), graph: `${url}/sandbox/graph` })
    await tenant.register(async (scope) => entraRoutes(scope, store, addresses), { prefix: '/sandbox/entra' })
    await tenant.register(async (scope) => managedIdentityRoutes(scope, store, entra), {
      prefix: '/sandbox/identity',
    })
    await tenant.register(async (scope) => graphRoutes(scope, store, graph, entra, send), {
      prefix: '/sandbox/graph/v1.0',
    })
    await tenant.register(
      async (scope) =>
        sandboxApi(scope, store, entra, send, notifier, {
          onClockMoved: () => options.onClockMoved?.(),
          onReset: async () => options.onReset?.(),
        }),
      {
        prefix: '/sandbox/api',
      },
    )
    await tenant.register(async (scope) => connectorRoutes(scope, store, { self: connector, entra }), {
      prefix: '/sandbox/connector',
    })
    await tenant.register(
      async (scope) => vaultRoutes(scope, store, { self: () => `${url}/sandbox/vault`, entra }),
      { prefix: '/sandbox/vault' },
    )
    await tenant.register(async (scope) => vaultControl(scope, store), { prefix: '/sandbox/api' })
    await tenant.register(hostPages)
    tenant.all('/sandbox/*', async (_request, reply) =>
      reply.code(404).send({ error: 'The sandbox has no such page.' }),
    )
  })
  await proxyTo(app, () => upstream)
  await app.listen({ port: options.port, host: 'localhost' })
  url = `http://localhost:${(app.server.address() as AddressInfo).port}`
  return {
    url,
    tenantId,
    app: {
      clientId: registration.clientId,
      clientSecret: registration.clientSecret,
      scope: registration.scope,
      teamsAppId: registration.teamsAppId,
    },
    now: () => store.now(),
    reset: () => {
      store.reset()
      void notifier.reset()
    },
    setUpstream: (to) => {
      upstream = to
    },
    close: async () => {
      await notifier.reset()
      await app.close()
    },
  }
}
