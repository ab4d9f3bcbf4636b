import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxClock } from '../../infra/local/clock.ts'
import { start } from '../../infra/sandbox/start.ts'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/database/open.ts'
import { observed } from '../support/count-commands.ts'
import { until } from '../support/tenant.ts'

type Json = Record<string, never>

/** What opening and finishing a conversation cost in database commands and Graph calls. */
export async function countRoundTrips(): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'groei-bench-'))
  const sandbox = await start({ port: 0, dataDir: dir })
  const commands: string[] = []
  const config = readConfig({
    LOG_LEVEL: 'silent',
    CLIENT_ID: sandbox.app.clientId,
    CLIENT_SECRET: sandbox.app.clientSecret,
    TENANT_IDS: sandbox.tenantId,
    DATA_DIR: join(dir, 'product'),
    CLOUD_LOGIN: `${sandbox.url}/sandbox/entra`,
    CLOUD_GRAPH: `${sandbox.url}/sandbox/graph/v1.0`,
  })
  const app = await buildApp(
    config,
    { now: sandboxClock(dir), newId: () => crypto.randomUUID() },
    async (database) => observed(await openDatabase(database), (name) => commands.push(name)),
  )
  await app.ready()
  const sandboxCall = async (method: string, path: string, body?: unknown): Promise<Json> =>
    (
      await fetch(`${sandbox.url}/sandbox/api/${path}`, {
        method,
        ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
      })
    ).json() as Promise<Json>
  const tokens = new Map<string, string>()
  const as = async (
    user: string,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ): Promise<Json> => {
    const upn = `${user}@sandbox.example`
    const token =
      tokens.get(user) ??
      String((await sandboxCall('POST', 'token', { user: upn, resource: 'api' }))['access_token'])
    tokens.set(user, token)
    const answer = await app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(payload ? { payload } : {}),
    })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`)
    return answer.json() as Json
  }
  const { meetings } = (await sandboxCall('GET', 'meetings?user=sanne@sandbox.example')) as unknown as {
    meetings: { subject: string; start: string; joinUrl: string }[]
  }
  const meeting = meetings.find((one) => one.subject.includes('Milan') && one.start > '2026-06-02')
  const reference = { joinUrl: meeting?.joinUrl, start: meeting?.start }
  const lines: string[] = []
  const measure = async (
    what: string,
    limits: string,
    work: () => Promise<unknown>,
    done?: () => Promise<unknown>,
  ) => {
    commands.length = 0
    await sandboxCall('DELETE', 'calls')
    await work()
    const atAnswer = commands.filter((name) => !name.startsWith('tokenCaches'))
    await done?.()
    const { calls } = (await sandboxCall('GET', 'calls')) as unknown as { calls: { service: string }[] }
    const graph = calls.filter((one) => one.service === 'graph').length
    const tokenWrites = commands.filter((name) => name.startsWith('tokenCaches')).length
    lines.push(
      `${what}: ${atAnswer.length} database commands, ${graph} Graph calls (${limits}); token cache ${tokenWrites}`,
    )
  }
  await as('sanne', 'POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
  const open = (user: string) => as(user, 'POST', '/api/conversations', reference)
  await measure('opening, the employee’s very first time', 'at most 3 and 2; binds the address once', () =>
    open('milan'),
  )
  await measure('opening a conversation', 'at most 3 and 2', () => open('milan'))
  const { conversation } = (await open('sanne')) as unknown as { conversation: { id: string } }
  const path = `/api/conversations/${conversation.id}`
  const commitment = {
    owner: 'employee',
    what: 'x',
    firstStep: '',
    due: null,
    criterion: '',
    ifThen: '',
    revision: 0,
  }
  await as('milan', 'PUT', `${path}/commitments/${crypto.randomUUID()}`, commitment)
  const scope = 'summary-and-commitments'
  const { fingerprint } = await as('sanne', 'GET', `${path}/summary?scope=${scope}`)
  await measure(
    'finishing a conversation',
    'at most 4 Graph calls, by the worker',
    () => as('sanne', 'POST', `${path}/finish`, { scope, fingerprint }),
    () =>
      until(async () => {
        const { publication } = (await as('sanne', 'GET', path)) as unknown as {
          publication: { state: string } | null
        }
        return publication?.state === 'published' ? true : null
      }),
  )
  await app.close()
  await sandbox.close()
  rmSync(dir, { recursive: true, force: true })
  return lines
}
