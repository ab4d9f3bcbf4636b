import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { TenantError } from '../../infra/tenant/failure.ts'
import { tenant, type World } from '../../infra/tenant/run.ts'
import type { TestSandbox } from './sandbox.ts'

/** The page of a device sign-in, by an admin or another: what they do there with the code that the command showed. */
export type AtThePage = (userCode: string) => Promise<unknown>
export type Run = { code: number; text: string }

const writes = (method = 'GET') => method !== 'GET'

/** The files of an installation, and the command run with them in this process against the sandbox at `url`. */
export function installation(url: string, hostname = 'groei.example') {
  const folder = mkdtempSync(join(tmpdir(), 'groei-installation-'))
  const packages = join(folder, 'env')
  const into = join(folder, 'server')
  mkdirSync(packages)
  mkdirSync(into)
  const packageFile = join(packages, 'work.env')
  const site = `https://${hostname}/`
  writeFileSync(
    packageFile,
    `HOSTNAME=${hostname}\nDEVELOPER_NAME=Work\nWEBSITE_URL=${site}\nPRIVACY_URL=${site}privacy\nTERMS_URL=${site}terms\n`,
  )
  const post = async (path: string, body: object) =>
    (
      await fetch(`${url}/sandbox/api/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
    ).json()
  const upn = (name: string) => (name.includes('@') ? name : `${name}@sandbox.example`)

  const world = (over: Partial<World>, page: AtThePage, lines: string[]): World => {
    let at: Promise<unknown> = Promise.resolve()
    return {
      login: `${url}/sandbox/entra`,
      graph: `${url}/sandbox/graph/v1.0`,
      fetch,
      // The person is through with the page before the command asks again.
      wait: async () => void (await at),
      now: () => new Date('2026-06-02T08:00:00Z'),
      newId: () => crypto.randomUUID(),
      say: (line) => {
        lines.push(line)
        const [, userCode] = /enter the code (\w+)/.exec(line) ?? []
        if (userCode) at = page(userCode)
      },
      ask: async () => 'y',
      packages,
      into,
      version: '0.1.0',
      ...over,
    }
  }
  return {
    into,
    packageFile,
    secretFile: join(into, 'secrets', 'client_secret'),
    settings: () => parseEnv(readFileSync(join(into, '.env'), 'utf8')),
    package: () => parseEnv(readFileSync(packageFile, 'utf8')),
    signsIn:
      (user: string, more: object = {}): AtThePage =>
      (userCode) =>
        post('device', { user: upn(user), userCode, ...more }),
    /** Runs the command as somebody; what it is told to say at its end is in the text too. */
    async run(
      command: string,
      as: string | AtThePage,
      over: Partial<World> = {},
      args: string[] = [],
    ): Promise<Run> {
      const lines: string[] = []
      const page = typeof as === 'string' ? this.signsIn(as) : as
      const all = [command, '--env', 'work', '--tenant', '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b', ...args]
      try {
        const code = await tenant(all, world(over, page, lines))
        return { code, text: lines.join('\n') }
      } catch (error) {
        if (!(error instanceof TenantError)) throw error
        return { code: 1, text: [...lines, error.message].join('\n') }
      }
    },
  }
}

/** The network of a process that is killed at its write number `at`: nothing comes back to it any more. */
export function killedAt(at: number, when: 'before' | 'after') {
  const count = { writes: 0 }
  let end: () => void = () => {}
  const dead = new Promise<'killed'>((resolve) => (end = () => resolve('killed')))
  const never = () => new Promise<Response>(() => {})
  const fetching: typeof fetch = async (input, init) => {
    const isWrite = writes(init?.method) && String(input).includes('/graph/')
    if (isWrite) count.writes += 1
    if (!isWrite || count.writes !== at) return fetch(input, init)
    if (when === 'after') await fetch(input, init)
    end()
    return never()
  }
  return { fetch: fetching, dead }
}

/** Counts the requests that write to Graph. */
export function counting() {
  const sent: string[] = []
  const fetching: typeof fetch = async (input, init) => {
    const url = String(input)
    if (writes(init?.method) && url.includes('/graph/')) sent.push(`${init?.method} ${url.split('/v1.0')[1]}`)
    return fetch(input, init)
  }
  return { fetch: fetching, sent }
}

/** The tenant as Graph shows it to an admin, and changes to it by hand. */
export function directoryOf(tenant: TestSandbox) {
  const everything =
    'Application.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All AppCatalog.ReadWrite.All'
  const asAdmin = async (path: string, init: RequestInit = {}) => {
    const bearer = await tenant.token('femke', 'graph', { scope: everything, client: 'test' })
    const answer = await tenant.graph('femke', path, { ...init, bearer })
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body.error?.code}`)
    return answer.body
  }
  const listed = async (path: string) => (await asAdmin(path)).value ?? []
  return {
    listed,
    change: (path: string, method: string, body?: object) =>
      asAdmin(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) }),
    /** All that the tenant has: what a second registration, grant or upload would stand out in. */
    async all() {
      const applications = await listed('/applications')
      const principal =
        applications[0] && (await asAdmin(`/servicePrincipals(appId='${applications[0]['appId']}')`))
      const of = `/servicePrincipals/${String(principal?.['id'])}`
      return {
        applications,
        grants: principal ? await listed(`${of}/oauth2PermissionGrants`) : [],
        given: principal ? await listed(`${of}/appRoleAssignments`) : [],
        assigned: principal ? await listed(`${of}/appRoleAssignedTo`) : [],
        catalog: await listed('/appCatalogs/teamsApps'),
      }
    },
    /** Does the secret of this installation open its application? */
    async secretWorks(work: ReturnType<typeof installation>): Promise<boolean> {
      const { status } = await tenant.exchange({
        client_id: work.settings()['CLIENT_ID'] ?? '',
        client_secret: readFileSync(work.secretFile, 'utf8').trim(),
        grant_type: 'client_credentials',
        scope: 'https://graph.microsoft.com/.default',
      })
      return status === 200
    },
  }
}
