import { HocuspocusProvider } from '@hocuspocus/provider'
import type { FastifyInstance } from 'fastify'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { sandboxClock } from '../../infra/local/clock.ts'
import { start } from '../../infra/sandbox/start.ts'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { livePath, stepText } from '../../server/contract/live.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import type { Database } from '../../server/database/collection.ts'
import { openDatabase } from '../../server/database/open.ts'
import type { Meeting } from './tenant.ts'

export type Servers = Awaited<ReturnType<typeof startServers>>

/**
 * Several of the product's servers on one database, and a tenant: in this process, since the embedded engine's file
 * is one process's alone. Each has its own sockets, documents and connections to Redis, as in production.
 */
export async function startServers(
  count: number,
  redisUrl?: string,
  env: (sandboxUrl: string) => Record<string, string> = () => ({}),
  over: (database: Database) => Database = (database) => database,
) {
  const dir = mkdtempSync(path(tmpdir(), 'groei-servers-'))
  const sandbox = await start({ port: 0, dataDir: dir })
  const mongo = process.env['MONGODB_URI']
  const config = readConfig({
    LOG_LEVEL: 'silent',
    CLIENT_ID: sandbox.app.clientId,
    CLIENT_SECRET: sandbox.app.clientSecret,
    TENANT_IDS: sandbox.tenantId,
    DATA_DIR: path(dir, 'product'),
    MONGODB_URI: mongo && `${mongo.replace(/\/$/, '')}/groei-${crypto.randomUUID()}`,
    REDIS_URL: redisUrl,
    CLOUD_LOGIN: `${sandbox.url}/sandbox/entra`,
    CLOUD_GRAPH: `${sandbox.url}/sandbox/graph/v1.0`,
    ...env(sandbox.url),
  })
  const database = over(await openDatabase(config.database))
  const conversations = await database.collection(conversationSpec)
  const apps = new Map<number, FastifyInstance>()
  const urls: string[] = []
  const providers: HocuspocusProvider[] = []

  async function startServer(at: number): Promise<void> {
    const shared = { ...database, close: async () => undefined }
    const surroundings = { now: sandboxClock(dir), newId: () => crypto.randomUUID() }
    const app = await buildApp(config, surroundings, async () => shared)
    apps.set(at, app)
    urls[at] = await app.listen({ host: '127.0.0.1', port: 0 })
  }
  const stopServer = async (at: number) => {
    await apps.get(at)?.close()
    apps.delete(at)
  }
  for (let at = 0; at < count; at += 1) await startServer(at)

  async function sandboxCall<T>(method: string, route: string, body?: unknown): Promise<T> {
    const response = await fetch(`${sandbox.url}/sandbox/api/${route}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    return (await response.json()) as T
  }
  const token = async (user: string): Promise<string> => {
    const asked = { user: user.includes('@') ? user : `${user}@sandbox.example`, resource: 'api' }
    return (await sandboxCall<{ access_token: string }>('POST', 'token', asked)).access_token
  }

  /** Calls one of the servers as a person. */
  async function call<T>(
    at: number,
    user: string,
    method: string,
    route: string,
    body?: unknown,
  ): Promise<T> {
    const response = await fetch(`${urls[at]}${route}`, {
      method,
      headers: {
        authorization: `Bearer ${await token(user)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as T
  }

  /** The conversation of Sanne and Milan's next meeting, or of a later one. */
  async function talk(which = 0): Promise<Conversation> {
    const { meetings } = await sandboxCall<{ meetings: Meeting[] }>(
      'GET',
      'meetings?user=sanne@sandbox.example',
    )
    const { now } = await sandboxCall<{ now: string }>('GET', 'clock')
    const meeting = meetings.filter((one) => one.subject.includes('Milan') && one.end > now)[which]
    const reference = { joinUrl: meeting?.joinUrl, start: meeting?.start }
    await call(0, 'sanne', 'POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
    await call(0, 'milan', 'POST', '/api/conversations', reference)
    const opened = await call<OpenedConversation>(0, 'sanne', 'POST', '/api/conversations', reference)
    if (opened.kind !== 'conversation') throw new Error('not opened')
    return opened.conversation
  }

  /** Joins the live notes on one of the servers; says whether it was let in, or why not. */
  async function join(at: number, user: string, conversationId: string, given?: () => Promise<string>) {
    const messages: string[] = []
    const provider = new HocuspocusProvider({
      url: `${urls[at]?.replace('http', 'ws')}${livePath}`,
      name: conversationId,
      token: given ?? (() => token(user)),
      onStateless: ({ payload }) => messages.push(payload),
    })
    providers.push(provider)
    const entered = await new Promise<string>((resolve) => {
      provider.on('synced', () => resolve('synced'))
      provider.on('authenticationFailed', ({ reason }: { reason: string }) => resolve(reason))
    })
    return { entered, provider, messages, text: provider.document.getText(stepText('goal')) }
  }

  return {
    apps,
    urls,
    conversations,
    database,
    sandboxCall,
    token,
    call,
    talk,
    join,
    startServer,
    stopServer,
    /** Lets go of everybody who joined. */
    leave: () => {
      for (const provider of providers.splice(0)) provider.destroy()
    },
    close: async () => {
      for (const provider of providers) provider.destroy()
      for (const at of [...apps.keys()]) await stopServer(at)
      await database.close()
      await sandbox.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
