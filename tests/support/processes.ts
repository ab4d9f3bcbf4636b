import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../../infra/sandbox/start.ts'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import type { Meeting } from './tenant.ts'

/**
 * The product's servers as processes of their own, that can be killed: two on a MongoDB server where one is named; the
 * embedded engine's file is one process's alone, so there it is one.
 */
export async function startProcesses(redisUrl: string) {
  const dir = mkdtempSync(join(tmpdir(), 'groei-processes-'))
  const sandbox = await start({ port: 0, dataDir: dir })
  const uri = process.env['MONGODB_URI']
  const mongo = uri && `${uri.replace(/\/$/, '')}/groei-${crypto.randomUUID()}`
  const ports = await Promise.all(Array.from({ length: uri ? 2 : 1 }, freePort))
  const urls = ports.map((port) => `http://127.0.0.1:${port}`)
  let children: ChildProcess[] = []

  async function begin(port: number): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, '../../infra/local/product.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: {
        PATH: process.env['PATH'],
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'error',
        CLIENT_ID: sandbox.app.clientId,
        CLIENT_SECRET: sandbox.app.clientSecret,
        TENANT_IDS: sandbox.tenantId,
        DATA_DIR: join(dir, 'product'),
        MONGODB_URI: mongo,
        REDIS_URL: redisUrl,
        CLOUD_LOGIN: `${sandbox.url}/sandbox/entra`,
        CLOUD_GRAPH: `${sandbox.url}/sandbox/graph/v1.0`,
        SANDBOX_DIR: dir,
      },
    })
    await once(child, 'message')
    return child
  }
  /** Starts all of them; each has the address that it had. */
  async function startAll(): Promise<void> {
    children = await Promise.all(ports.map(begin))
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const gone = children.map((child) => once(child, 'exit'))
    for (const child of children.splice(0)) child.kill(signal)
    await Promise.all(gone)
  }
  async function ask<T>(url: string, method: string, body?: object, token?: string): Promise<T> {
    const response = await fetch(url, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const control = <T>(method: string, route: string, body?: object) =>
    ask<T>(`${sandbox.url}/sandbox/api/${route}`, method, body)
  const token = async (user: string) => {
    const asked = { user: `${user}@sandbox.example`, resource: 'api' }
    return (await control<{ access_token: string }>('POST', 'token', asked)).access_token
  }

  /** A conversation of Sanne and Milan, opened by both. */
  async function talk(): Promise<Conversation> {
    const { meetings } = await control<{ meetings: Meeting[] }>('GET', 'meetings?user=sanne@sandbox.example')
    const { now } = await control<{ now: string }>('GET', 'clock')
    const meeting = meetings.find((one) => one.subject.includes('Milan') && one.end > now)
    const reference = { joinUrl: meeting?.joinUrl, start: meeting?.start }
    const post = async <T>(user: string, route: string, body: object) =>
      ask<T>(`${urls[0]}${route}`, 'POST', body, await token(user))
    await post('sanne', '/api/pairs', { meeting: reference, myRole: 'coach' })
    await post('milan', '/api/conversations', reference)
    const opened = await post<OpenedConversation>('sanne', '/api/conversations', reference)
    if (opened.kind !== 'conversation') throw new Error('not opened')
    return opened.conversation
  }

  await startAll()
  return {
    /** Of each server; with one server both people are there. */
    urlOf: (at: number) => urls[at] ?? urls[0] ?? '',
    token,
    talk,
    startAll,
    killAll: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      await sandbox.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
