import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Settings } from '../../infra/local/launch.ts'
import type { Parts } from '../../server/doctor/check.ts'
import { checks } from '../../server/doctor/checks.ts'
import type { Finding } from '../../server/doctor/finding.ts'
import { certificate, type Issued } from '../support/certificates.ts'
import { complaints, findingsOf, nowhere } from '../support/doctor.ts'
import { startFront, type FrontOptions } from '../support/front.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'

const root = certificate({ name: 'Groei test authority', isAuthority: true })
const good = certificate({ name: 'localhost', by: root.issuer })
const folder = mkdtempSync(join(tmpdir(), 'groei-doctor-'))

let tenant: Tenant
let front: Awaited<ReturnType<typeof startFront>>
const authoritiesBefore = getCACertificates('default')
const closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  setDefaultCACertificates([...authoritiesBefore, root.cert])
  tenant = await startTenant()
  front = await startFront(tenant.launched.productPorts[0]!, good)
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(async () => {
  await front?.close()
  await tenant?.close()
  setDefaultCACertificates(authoritiesBefore)
  rmSync(folder, { recursive: true, force: true })
})

/** The settings of the running server, as it is reached through a proxy. */
const settings = (): Settings => ({ ...tenant.launched.settings, PUBLIC_URL: front.url })

const found = (name: string, other: Settings = {}, parts: Partial<Parts> = {}) =>
  findingsOf(name, { ...settings(), ...other }, parts)
const complaint = async (...asked: Parameters<typeof found>) => complaints(await found(...asked))

/** Another proxy, with something wrong. */
async function through(wrong: Partial<FrontOptions> & Partial<Issued>): Promise<Settings> {
  const started = await startFront(tenant.launched.productPorts[0]!, { ...good, ...wrong })
  closing.push(started.close)
  return { PUBLIC_URL: started.url }
}
async function restartedWith(given: Settings): Promise<void> {
  await tenant.launched.stop()
  await tenant.launched.startProduct(given)
}

describe('the public address', () => {
  test('a name without a DNS record, an address without a name, and none at all are each said', async () => {
    expect(await complaint('public address', { PUBLIC_URL: 'https://nowhere.invalid' })).toContain(
      'No DNS record for nowhere.invalid',
    )
    expect(await complaint('public address', { PUBLIC_URL: 'https://127.0.0.1:1' })).toContain('no name')
    expect(await complaint('public address', { PUBLIC_URL: undefined })).toContain('PUBLIC_URL is not set')
    expect(await complaint('pages', { PUBLIC_URL: undefined })).toContain('unknown: PUBLIC_URL is not set')
  })

  test.each<[string, () => Partial<Issued>, string]>([
    ['has ended', () => certificate({ name: 'localhost', by: root.issuer, until: -1 }), 'ended on'],
    ['ends soon', () => certificate({ name: 'localhost', by: root.issuer, until: 5 }), 'ends in 4 days'],
    ['is for another name', () => certificate({ name: 'groei.example', by: root.issuer }), 'other names'],
    ['comes without those between', incompleteChain, 'between this one and its authority are missing'],
    ['is of nobody', () => certificate({ name: 'localhost' }), 'authority that Microsoft does not know'],
  ])('a certificate that %s is said', async (_what, made, says) => {
    const { cert, key } = made()
    expect(await complaint('public address', await through({ cert: cert!, key: key! }))).toContain(says)
  })
  function incompleteChain() {
    const between = certificate({ name: 'between', by: root.issuer, isAuthority: true })
    return certificate({ name: 'localhost', by: between.issuer })
  }

  test('an address without TLS, or where nobody answers, is said', async () => {
    const plain = tenant.url
    expect(await complaint('public address', { PUBLIC_URL: plain })).toContain('not encrypted (http)')
    expect(await complaint('public address', { PUBLIC_URL: plain.replace('http:', 'https:') })).toContain(
      'No TLS 1.2 or newer',
    )
    const closed = { PUBLIC_URL: `https://localhost:${await nowhere()}` }
    for (const name of ['public address', 'pages', 'proxies', 'notifications', 'bot endpoint'])
      expect(await complaint(name, closed)).toContain('Nothing answers at')
    expect(await complaint('live notes', closed)).toContain('No WebSocket comes through')
  })

  test('a proxy that frames, rewrites, redirects or swallows a page or a WebSocket is said', async () => {
    const pages = async (wrong: Partial<FrontOptions>) => complaint('pages', await through(wrong))
    expect(await pages({ adds: { 'x-frame-options': 'DENY' } })).toContain('X-Frame-Options')
    expect(await pages({ adds: { 'content-security-policy': undefined } })).toContain(
      'Content-Security-Policy',
    )
    expect(await pages({ answers: () => 302 })).toContain('sent on to another address')
    expect(await pages({ answers: () => 503 })).toContain('answered with 503')
    expect(await complaint('live notes', await through({ webSockets: false }))).toContain('No WebSocket')
  })
})

describe('the address for notifications', () => {
  test.each<[string, Partial<FrontOptions>, string]>([
    ['loses the query', { path: (one) => one.split('?')[0]! }, 'do not arrive'],
    ['loses the beginning of a path', { path: (one) => one.replace('/api', '') }, '(404)'],
    [
      'decodes the query',
      { path: (one) => decodeURIComponent(one).replaceAll(' ', '+') },
      'not what arrived',
    ],
    ['asks for a sign-in', { answers: () => 401 }, 'refuses Microsoft (401)'],
    ['sends on', { answers: () => 308 }, 'sent on to another address'],
    ['fails', { answers: () => 500 }, 'It answers 500'],
    ['says that it is a page', { adds: { 'content-type': 'text/html' } }, 'another type than text/plain'],
  ])('a proxy that %s is said, for both addresses', async (_what, wrong, says) => {
    const findings = await found('notifications', await through(wrong))
    expect(findings.map(({ says: one }) => one.includes(says))).toEqual([true, true])
  })
})

describe('proxies', () => {
  test('a proxy that does not say who asks, or passes on what strangers say, is said', async () => {
    expect(await complaint('proxies', await through({ forwardedFor: 'none' }))).toContain(
      'does not say who asks',
    )
    expect(await complaint('proxies', await through({ forwardedFor: 'as-asked' }))).toContain('passes on')
  })

  test('a proxy that the server does not trust is said, with what to add', async () => {
    await restartedWith({ TRUSTED_PROXIES: undefined })
    const [finding] = await found('proxies')
    await restartedWith({})
    expect(finding).toMatchObject({ state: 'wrong', todo: expect.stringContaining('127.0.0.1') })
  })

  test('a server with another client secret does not say how it sees anybody', async () => {
    expect(await complaint('proxies', { CLIENT_SECRET: 'another secret' })).toContain('another client secret')
    expect((await tenant.request('/api/seen')).status).toBe(401)
  })
})

describe('the registration and consent', () => {
  test.each<[string, string, Settings, string]>([
    ['a wrong secret', 'sign-in', { CLIENT_SECRET: 'wrong secret' }, 'not one of the registration'],
    ['an unknown application', 'sign-in', { CLIENT_ID: crypto.randomUUID() }, 'CLIENT_ID is not known'],
    ['an unknown tenant', 'sign-in', { TENANT_IDS: crypto.randomUUID() }, 'There is no tenant'],
    ['another Application ID URI', 'audience', { APP_ID_URI: 'api://groei.example/x' }, 'does not have the'],
    [
      'a wrong secret, for consent',
      'consent',
      { CLIENT_SECRET: 'wrong secret' },
      'not one of the registration',
    ],
  ])('%s is said', async (_what, name, other, says) => {
    expect(await complaint(name, other)).toContain(says)
  })

  test('an Entra that is away leaves what hangs on it unknown, and says so', async () => {
    const away = { CLOUD_LOGIN: `http://localhost:${await nowhere()}` }
    for (const name of ['sign-in', 'audience'])
      expect(await complaint(name, away)).toContain('unknown: Entra did not answer')
    expect(await complaint('registration', away)).toContain('there is no token for Graph')
  })
})

describe('the bot', () => {
  test('an endpoint that takes anything, or is answered by a proxy, is said', async () => {
    await restartedWith({ BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'true' })
    const open = await complaint('bot endpoint')
    await restartedWith({})
    expect(open).toContain('Messages of anybody are taken')
    expect(await complaint('bot endpoint', await through({ answers: () => 401 }))).toContain('not Groei')
    expect(await complaint('bot endpoint', await through({ answers: () => 404 }))).toContain('not Groei')
  })

  test('a service that does not know the bot, or cannot be reached, is said', async () => {
    await tenant.sandbox('POST', 'faults', { faults: [{ service: 'bot', path: '/members', status: 403 }] })
    const refused = await complaint('bot service')
    await tenant.sandbox('DELETE', 'faults')
    expect(refused).toContain('does not know this bot (403)')
    const away = `http://localhost:${await nowhere()}`
    expect(await complaint('bot service', { CLOUD_BOT_SERVICE: away })).toContain('does not answer')
    const metadata = { CLOUD_BOT_METADATA: `${away}/openidconfiguration` }
    expect(await complaint('bot service', metadata)).toContain('keys cannot be had')
    expect(await complaint('bot service', { CLOUD_BOT_ISSUER: 'https://other.example' })).toContain('issuer')
    expect(await complaint('bot service', { CLIENT_SECRET: 'wrong secret' })).toContain('not one of')
  })
})

describe('the machine, the database and the keys', () => {
  test('a clock that is minutes wrong is said, in either direction', async () => {
    const off = (minutes: number) => ({ now: () => new Date(Date.now() + minutes * 60_000) })
    expect(await complaint('clock', {}, off(4))).toMatch(/24[01] s ahead|239 s ahead/)
    expect(await complaint('clock', {}, off(-4))).toMatch(/(239|24[01]) s behind/)
    const away = `http://localhost:${await nowhere()}`
    expect(await complaint('clock', { CLOUD_LOGIN: away, CLOUD_GRAPH: `${away}/v1.0` })).toContain('unknown')
  })

  test('a database that does not answer is said, also where its keys are looked for', async () => {
    const uri = `mongodb://localhost:${await nowhere()}/groei?serverSelectionTimeoutMS=300`
    expect(await complaint('database', { MONGODB_URI: uri })).toContain('No database answers')
    expect(await complaint('keys', { MONGODB_URI: uri })).toContain('The database cannot be read')
  })

  test('a master key that is missing, is none, or is not what sealed the data, is said', async () => {
    const file = join(folder, 'master.key')
    rmSync(file, { force: true })
    expect(await complaint('keys', { MASTER_KEY_FILE: file })).toContain('no master key yet')
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, 'zegelwoord')
    expect(await complaint('keys', { MASTER_KEY_FILE: file })).toContain('does not hold a key')
    if (!tenant.launched.settings['MONGODB_URI']) return
    await tenant.as('sanne')('GET', '/api/one-on-ones')
    const other = {
      MASTER_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7)).toString('base64'),
    }
    writeFileSync(file, other.MASTER_KEY)
    const closed = await complaint('keys', { ...other, MASTER_KEY_FILE: file })
    expect(closed).toContain('opened by no master key')
  })

  test('a key in Key Vault that is disabled, that the application may not use, or that is away, is said', async () => {
    const inVault = (key: string) => ({ KEY_VAULT_KEY: key })
    const ours = inVault(`${tenant.url}/sandbox/vault/keys/groei`)
    expect(await complaint('keys', ours)).toBe('')
    await tenant.sandbox('POST', 'vault', { enabled: false })
    const disabled = await complaint('keys', ours)
    await tenant.sandbox('POST', 'vault', { enabled: true })
    expect(disabled).toContain('Key Vault refuses: ')
    expect(await complaint('keys', inVault(`${tenant.url}/sandbox/vault/keys/other`))).toContain('refuses')
    const away = inVault(`http://localhost:${await nowhere()}/keys/groei`)
    expect(await complaint('keys', away)).toContain('Key Vault does not answer')
  })
})

describe('the running installation', () => {
  test.each(
    checks.map(({ name }) => name).filter((name) => !['registration', 'consent', 'package'].includes(name)),
  )('%s is well', async (name) => {
    if (name === 'database' && tenant.launched.settings['MONGODB_URI']) return
    expect(await complaint(name)).toBe('')
  })
})

describe('npm run doctor', () => {
  const script = join(import.meta.dirname, '../../server/doctor.ts')
  const authority = join(folder, 'authority.pem')
  /** The command itself, in a process of its own. */
  async function run(parameters: string[], other: Settings = {}) {
    writeFileSync(authority, root.cert)
    const env = { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: authority, ...settings(), ...other }
    return promisify(execFile)(process.execPath, [script, ...parameters], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        stdout,
        stderr,
      }),
    )
  }
  const secrets = ['sandbox-client-secret', 'zegelwoord', 'eyJ', 'Bearer']
  const expectSilence = (...texts: string[]) =>
    expect(secrets.filter((one) => texts.some((text) => text.includes(one)))).toEqual([])

  test('wrong settings are named, for people and for machines, and end it with 1', async () => {
    const wrong = { CLIENT_ID: 'zegelwoord', MONGODB_URI: 'zegelwoord' }
    const told = await run([], wrong)
    expect(told.code).toBe(1)
    expect(told.stdout).toMatch(/WRONG +configuration +.*CLIENT_ID.*MONGODB_URI/)
    const { findings } = JSON.parse((await run(['--json'], wrong)).stdout) as { findings: Finding[] }
    expect(findings.map(({ name, state }) => [name, state])).toEqual([['configuration', 'wrong']])
    expectSilence(told.stdout, told.stderr)
    expect((await run(['--nothing'])).code).toBe(64)
    expect((await run(['--token', join(folder, 'nothing')])).stderr).toContain('--token names a file')
  })

  test('whatever is wrong with many things at once, each is said, and nothing of a secret', async () => {
    const port = await nowhere()
    const { code, stdout, stderr } = await run(['--json'], {
      PUBLIC_URL: `https://localhost:${port}`,
      CLIENT_SECRET: 'zegelwoord-secret',
      MONGODB_URI: `mongodb://groei:zegelwoord@localhost:${port}/groei?serverSelectionTimeoutMS=300`,
      REDIS_URL: `redis://:zegelwoord@localhost:${port}`,
    })
    expect(code).toBe(1)
    const { findings } = JSON.parse(stdout) as { findings: Finding[] }
    const names = new Set(findings.map(({ name }) => name.split(':')[0]))
    expect([...names].sort()).toEqual(checks.map(({ name }) => name).sort())
    expect(findings.filter(({ state, todo }) => state !== 'ok' && !todo)).toEqual([])
    expect(
      findings.filter(({ name }) => /^(database|redis|sign-in)/.test(name)).map(({ state }) => state),
    ).toEqual(['wrong', 'wrong', 'wrong'])
    expectSilence(stdout, stderr)
  })
})
