import { MongoClient } from 'mongodb'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Launched } from '../../infra/local/launch.ts'
import type { Seed } from '../../infra/sandbox/start.ts'
import type { Conversation, OpenedConversation, Summary } from '../../server/contract/conversation.ts'
import { livePath } from '../../server/contract/live.ts'
import type { Database } from '../../server/database/collection.ts'
import { openDatabase } from '../../server/database/open.ts'
import type { Problem } from '../../server/contract/problem.ts'

export type Answer<T> = { status: number; body: T & Partial<Omit<Problem, 'status'>>; type: string }
export type Meeting = {
  iCalUId: string
  subject: string
  chatId: string
  joinUrl: string
  start: string
  end: string
}
export type GraphCall = { service: string; method: string; path: string; user: string | null; status: number }
export type Tenant = Awaited<ReturnType<typeof startTenant>>

const upn = (name: string) => `${name}@sandbox.example`

/** The product in its own sandbox tenant, as `npm start` runs it, and hands to work it with over HTTP. */
export async function startTenant(
  options: {
    history?: boolean
    logLevel?: string
    onOutput?: (text: string) => void
    dangerouslyOpenBot?: boolean
    seed?: Seed
    settings?: (sandboxUrl: string) => Record<string, string>
  } = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'groei-tenant-'))
  const server = process.env['MONGODB_URI']
  const databaseName = `groei-${crypto.randomUUID()}`
  const launched: Launched = await launch({
    port: 0,
    dataDir,
    history: options.history ?? false,
    logLevel: options.logLevel ?? 'error',
    dangerouslyOpenBot: options.dangerouslyOpenBot ?? false,
    ...(options.settings ? { settings: options.settings } : {}),
    ...(options.seed ? { seed: options.seed } : {}),
    ...(options.onOutput ? { onOutput: options.onOutput } : {}),
    // Without a server named, the embedded engine: each tenant has its own data either way.
    ...(server ? { mongodbUri: `${server.replace(/\/$/, '')}/${databaseName}` } : {}),
  })
  const { url } = launched

  async function sandbox<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/sandbox/api/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return (await response.json()) as T
  }
  const token = async (user: string, resource: 'api' | 'graph', overrides?: object) => {
    const named = user.includes('@') ? user : upn(user)
    return (await sandbox<{ access_token: string }>('POST', 'token', { user: named, resource, overrides }))
      .access_token
  }

  async function request<T>(
    path: string,
    options: { method?: string; token?: string; body?: unknown; language?: string; raw?: string } = {},
  ): Promise<Answer<T>> {
    const payload = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
    const response = await fetch(url + path, {
      method: options.method ?? 'GET',
      headers: {
        'accept-language': options.language ?? 'nl',
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(payload === undefined ? {} : { body: payload }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, body: (type.includes('json') ? JSON.parse(text) : text) as never }
  }

  /** Calls the API as a person of the tenant. */
  const as =
    (user: string) =>
    async <T>(method: string, path: string, body?: unknown, language?: string): Promise<Answer<T>> =>
      request<T>(path, { method, token: await token(user, 'api'), body, ...(language ? { language } : {}) })

  const now = async () => (await sandbox<{ now: string }>('GET', 'clock')).now

  /** The meetings of a person with this subject that are still to come. */
  async function meetings(user: string, subject: string): Promise<Meeting[]> {
    const found = (await sandbox<{ meetings: Meeting[] }>('GET', `meetings?user=${upn(user)}`)).meetings
    const from = await now()
    return found.filter((one) => one.subject.includes(subject) && one.end > from)
  }
  const moveTo = (instant: string) => sandbox('POST', 'clock', { now: instant })

  /** Makes the pair of a meeting and opens its conversation as both. */
  async function talk(coach: string, employee: string, meeting: Meeting): Promise<Conversation> {
    const reference = { joinUrl: meeting.joinUrl, start: meeting.start }
    await as(coach)('POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
    await as(employee)<OpenedConversation>('POST', '/api/conversations', reference)
    const opened = await as(coach)<OpenedConversation>('POST', '/api/conversations', reference)
    if (opened.body.kind !== 'conversation') throw new Error(`not opened: ${JSON.stringify(opened.body)}`)
    return opened.body.conversation
  }

  async function commit(user: string, conversationId: string, what: string): Promise<string> {
    const id = crypto.randomUUID()
    const made = await as(user)(
      'PUT',
      `/api/conversations/${conversationId}/commitments/${id}`,
      commitment({ what }),
    )
    if (made.status !== 200) throw new Error(JSON.stringify(made.body))
    return id
  }

  async function finish(user: string, conversationId: string): Promise<Answer<Conversation>> {
    const scope = 'summary-and-commitments'
    const { body } = await as(user)<Summary>(
      'GET',
      `/api/conversations/${conversationId}/summary?scope=${scope}`,
    )
    return as(user)<Conversation>('POST', `/api/conversations/${conversationId}/finish`, {
      scope,
      fingerprint: body.fingerprint,
    })
  }

  /** Waits until the publication of a conversation says what is asked for. */
  const publication = (
    user: string,
    conversationId: string,
    expected: (one: Conversation['publication']) => boolean,
  ) =>
    until(async () => {
      const { body } = await as(user)<Conversation>('GET', `/api/conversations/${conversationId}`)
      return expected(body.publication) ? body.publication : null
    })

  /** The body of an invite in somebody's mailbox. */
  async function invite(
    user: string,
    iCalUId: string,
  ): Promise<{ content: string; joinUrl: string | null; id: string }> {
    const window = new URLSearchParams({
      startDateTime: '2026-05-01T00:00:00Z',
      endDateTime: '2026-08-30T00:00:00Z',
      $top: '500',
      $select: 'iCalUId,body,isOnlineMeeting,onlineMeeting',
    })
    const { body } = await request<{
      value: {
        id: string
        iCalUId: string
        body: { content: string }
        onlineMeeting: { joinUrl: string } | null
      }[]
    }>(`/sandbox/graph/v1.0/me/calendarView?${window}`, { token: await token(user, 'graph') })
    const found = body.value.find((one) => one.iCalUId === iCalUId)
    if (!found) throw new Error('no such invite')
    return { content: found.body.content, joinUrl: found.onlineMeeting?.joinUrl ?? null, id: found.id }
  }

  /** Everything that the product keeps, as it lies in its files or on its server: for what must not be readable. */
  async function stored(): Promise<string> {
    if (!server) {
      const folder = join(dataDir, 'product')
      return readdirSync(folder)
        .filter((name) => name.startsWith('groei.db'))
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('')
    }
    const client = await MongoClient.connect(`${server.replace(/\/$/, '')}`)
    const collections = await client.db(databaseName).listCollections().toArray()
    const all = await Promise.all(
      collections.map(({ name }) => client.db(databaseName).collection(name).find().toArray()),
    )
    await client.close()
    return JSON.stringify(all)
  }

  /** Does something in the product's database while the product is not running, and starts it again. */
  async function whileStopped<T>(
    work: (database: Database) => Promise<T>,
    settings?: Record<string, string>,
  ): Promise<T> {
    await launched.stop()
    const uri = server && `${server.replace(/\/$/, '')}/${databaseName}`
    const database = await openDatabase({ uri, dir: join(dataDir, 'product') })
    const done = await work(database)
    await database.close()
    await launched.startProduct(settings)
    return done
  }

  return {
    url,
    launched,
    /** At the product's own port: a proxy answers ping and close itself, before the product has read what came first. */
    liveUrl: `ws://127.0.0.1:${launched.productPort}${livePath}`,
    stored,
    whileStopped,
    sandbox,
    token,
    request,
    as,
    now,
    moveTo,
    meetings,
    talk,
    commit,
    finish,
    publication,
    invite,
    close: async () => {
      await launched.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const commitment = (more: object = {}) => ({
  owner: 'employee',
  what: 'Twee dagdelen blokkeren',
  firstStep: 'Vandaag inplannen',
  due: '2026-06-08',
  criterion: 'Niet verschoven',
  ifThen: '',
  revision: 0,
  ...more,
})

/**
 * Asks again until there is an answer.
 * @param pause between two times: longer where asking keeps the product from its work
 */
export async function until<T>(ask: () => Promise<T | null>, limit = 15_000, pause = 30): Promise<T> {
  const end = Date.now() + limit
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > end) throw new Error('It did not come to that in time.')
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** How often a body holds the sections that Groei writes. */
export const sections = (content: string): number =>
  content.match(/Groei · (samenvatting|summary)/g)?.length ?? 0
