import type { FastifyInstance } from 'fastify'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start, type Seed } from '../../infra/sandbox/start.ts'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { Database } from '../../server/database/collection.ts'
import { openDatabase } from '../../server/database/open.ts'
import { observed } from './count-commands.ts'

type Token = { access_token: string }

/**
 * Several servers of the product on one database in one tenant, in this process; a MongoDB server where one is named,
 * else one embedded engine that they share. Graph tells the first of them.
 */
export async function startServers(options: {
  count: number
  seed?: Seed
  onCommand?: (name: string) => void
}) {
  const dir = mkdtempSync(join(tmpdir(), 'groei-servers-'))
  const sandbox = await start({ port: 0, ...(options.seed ? { seed: options.seed } : {}) })
  /** Of the sandbox's clock: in memory, for a large tenant is not written to disk at each change. */
  let offset = 0
  const follow = ({ now }: { now: string }) => {
    offset = Date.parse(now) - Date.now()
  }
  const uri = process.env['MONGODB_URI']
  const config = readConfig({
    LOG_LEVEL: 'silent',
    CLIENT_ID: sandbox.app.clientId,
    CLIENT_SECRET: sandbox.app.clientSecret,
    TENANT_IDS: sandbox.tenantId,
    DATA_DIR: join(dir, 'product'),
    CLOUD_LOGIN: `${sandbox.url}/sandbox/entra`,
    CLOUD_GRAPH: `${sandbox.url}/sandbox/graph/v1.0`,
    PUBLIC_URL: sandbox.url,
    ...(uri ? { MONGODB_URI: `${uri.replace(/\/$/, '')}/groei-${crypto.randomUUID()}` } : {}),
  })
  async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${sandbox.url}/sandbox/api/${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    const answer = (await response.json()) as T
    if (path === 'clock') follow(answer as { now: string })
    return answer
  }
  await control('GET', 'clock')
  const database = await openDatabase(config.database)
  // It is closed when all of them are.
  const shared: Database = { ...observed(database, options.onCommand ?? (() => {})), close: async () => {} }
  const apps: FastifyInstance[] = []
  for (let at = 0; at < options.count; at += 1) {
    apps.push(
      await buildApp(
        config,
        { now: () => new Date(Date.now() + offset), newId: () => crypto.randomUUID() },
        async () => shared,
      ),
    )
  }
  const [first] = apps
  if (!first) throw new Error('no server')
  await first.listen({ port: 0, host: '127.0.0.1' })
  sandbox.setUpstream(`http://127.0.0.1:${(first.server.address() as AddressInfo).port}`)
  for (const app of apps) await app.ready()

  const token = async (name: string, resource: 'api' | 'graph') =>
    (await control<Token>('POST', 'token', { user: `${name}@sandbox.example`, resource })).access_token

  /** Calls one of the servers as a person. @throws Error when it is refused */
  async function as<T>(
    app: FastifyInstance | undefined,
    bearer: string,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ): Promise<T> {
    const answer = await (app ?? first)!.inject({
      method,
      url,
      headers: { authorization: `Bearer ${bearer}` },
      ...(payload ? { payload } : {}),
    })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json() as T
  }
  return {
    sandbox,
    apps,
    database,
    control,
    token,
    as,
    close: async () => {
      for (const app of apps) await app.close()
      await database.close()
      await sandbox.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
export type Servers = Awaited<ReturnType<typeof startServers>>
