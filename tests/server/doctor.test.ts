import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Settings } from '../../infra/local/launch.ts'
import { registration } from '../../infra/sandbox/seed/organisation.ts'
import { packageOf } from '../../manifest/package.ts'
import { checks } from '../../server/doctor/checks.ts'
import type { Finding } from '../../server/doctor/finding.ts'
import { complaints, nowhere } from '../support/doctor.ts'
import { startInstallation, type Installation } from '../support/installation.ts'
import type { Tenant } from '../support/tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'groei-doctor-'))
let tenant: Tenant
let here: Installation
const complaint: Installation['complaint'] = (...asked) => here.complaint(...asked)
const through: Installation['through'] = (wrong) => here.through(wrong)
beforeAll(async () => {
  here = await startInstallation()
  tenant = here.tenant
})
afterEach(() => here?.tidy())
afterAll(async () => {
  await here?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An admin's token for Graph, as the command line of Azure gives one. */
const adminToken = () =>
  tenant.token('sanne', 'graph', { scope: 'Application.Read.All Directory.Read.All AppCatalog.Read.All' })

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

  test('a tenant where nobody registered or consented is said, as far as an admin’s token shows it', async () => {
    const token = { adminToken: await adminToken() }
    expect(await complaint('registration', { CLIENT_ID: crypto.randomUUID() }, token)).toContain(
      'no registration',
    )
    expect(await complaint('consent', { CLIENT_ID: crypto.randomUUID() }, token)).toContain(
      'Nobody in the tenant',
    )
    const elsewhere = { PUBLIC_URL: 'https://groei.example', CLIENT_SECRET: 'san but other' }
    expect(await complaint('registration', elsewhere, token)).toMatch(
      /^registration: redirect: wrong: [^;]*$/,
    )
    expect(await complaint('registration')).toContain('unknown: It could not be read')
    const powerless = { adminToken: await tenant.token('sanne', 'graph', { scope: 'User.Read' }) }
    expect(await complaint('registration', {}, powerless)).toContain('may not read that (403)')
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
    await here.restartedWith({ BOT_DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'true' })
    const open = await complaint('bot endpoint')
    await here.restartedWith({})
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
      MASTER_KEY: randomBytes(32).toString('base64'),
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

describe('npm run doctor', () => {
  const script = join(import.meta.dirname, '../../server/doctor.ts')
  const authority = join(folder, 'authority.pem')
  /** The command itself, in a process of its own. */
  async function run(parameters: string[], other: Settings = {}) {
    writeFileSync(authority, here.root.cert)
    const env = { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: authority, ...here.settings, ...other }
    return promisify(execFile)(process.execPath, [script, ...parameters], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        stdout,
        stderr,
      }),
    )
  }
  test('an installation that is well is said to be, check by check, and ends with 0', async () => {
    const [token, file] = [join(folder, 'token'), join(folder, 'groei.zip')]
    writeFileSync(token, await adminToken())
    const { clientId, teamsAppId } = registration
    const ids = { APP_ID: teamsAppId, CLIENT_ID: clientId, BOT_ID: clientId, ADDIN_ID: teamsAppId }
    const about = { DEVELOPER_NAME: '', WEBSITE_URL: '', PRIVACY_URL: '', TERMS_URL: '' }
    writeFileSync(file, packageOf({ ...ids, ...about, HOSTNAME: here.host }, '1.0.0'))
    const { code, stdout, stderr } = await run(['--json', '--token', token, '--package', file])
    const { findings } = JSON.parse(stdout) as { findings: Finding[] }
    const isMongo = tenant.launched.settings['MONGODB_URI'] !== undefined
    // The server for tests has no copies.
    const known = isMongo ? 'database: copies: wrong: It is one server without copies' : ''
    expect([complaints(findings), stderr, code]).toEqual([known, '', isMongo ? 1 : 0])
    expect(new Set(findings.map(({ name }) => name.split(':')[0])).size).toBe(checks.length)
    const unaided = await run([])
    expect(unaided.code).toBe(isMongo ? 1 : 2)
    expect(unaided.stdout).toMatch(/^\? +package +No package was given$/m)
    expectSilence(stdout, unaided.stdout)
  })

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
