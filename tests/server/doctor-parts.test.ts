import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Settings } from '../../infra/local/launch.ts'
import { packageOf } from '../../manifest/package.ts'
import { readVariables } from '../../manifest/variables.ts'
import type { Parts } from '../../server/doctor/check.ts'
import { certificate } from '../support/certificates.ts'
import { complaints, findingsOf, nowhere } from '../support/doctor.ts'
import { noRedis, startRedis } from '../support/redis.ts'

/** Checks that need nothing of a running server. */
const folder = mkdtempSync(join(tmpdir(), 'groei-doctor-'))
const clientId = '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b'
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const complaint = async (name: string, other: Settings, parts: Partial<Parts> = {}) =>
  complaints(
    await findingsOf(
      name,
      {
        CLIENT_ID: clientId,
        CLIENT_SECRET: 'a client secret',
        TENANT_IDS: clientId,
        TEAMS_APP_ID: clientId,
        CLOUD_LOGIN: `http://localhost:${await nowhere()}`,
        ...other,
      },
      parts,
    ),
  )

const variables = (other: Settings = {}) =>
  readVariables({
    APP_ID: '6f1d2c3b-4a59-4687-9786-a5b4c3d2e1f0',
    CLIENT_ID: clientId,
    BOT_ID: clientId,
    ADDIN_ID: 'c0ffee00-1f2e-4d3c-8b4a-5f6e7d8c9b0a',
    HOSTNAME: 'groei.sandbox.example',
    DEVELOPER_NAME: 'Groei',
    WEBSITE_URL: 'https://groei.sandbox.example/',
    PRIVACY_URL: 'https://groei.sandbox.example/privacy',
    TERMS_URL: 'https://groei.sandbox.example/terms',
    ...other,
  })
function packageWith(other: Settings = {}): string {
  const file = join(folder, `${crypto.randomUUID()}.zip`)
  writeFileSync(file, packageOf(variables(other), '1.0.0'))
  return file
}

describe.skipIf(noRedis)('Redis', () => {
  test('a Redis that is away, refuses the password, has no TLS or evicts as a cache, is said', async () => {
    const plain = createServer((_asked, answer) => answer.end()).listen(0)
    closing.push(async () => void plain.close())
    await once(plain, 'listening')
    const own = await startRedis(['--requirepass', 'zegelwoord', '--maxmemory-policy', 'allkeys-lru'])
    closing.push(own.kill)
    const at = (url: string) => complaint('redis', { REDIS_URL: url })
    const { port } = new URL(own.url)
    expect(await at(`redis://:zegelwoord@127.0.0.1:${port}`)).toBe(
      'redis: eviction: wrong: It is allkeys-lru, as of a cache for something else',
    )
    expect(await at(`redis://:wrong@127.0.0.1:${port}`)).toContain('refuses the password')
    expect(await at(own.url)).toContain('refuses the password')
    expect(await at(`rediss://localhost:${(plain.address() as AddressInfo).port}`)).toContain('speaks no TLS')
    expect(await at(`redis://127.0.0.1:${await nowhere()}`)).toContain('does not answer (ECONNREFUSED)')
  })

  test('a certificate of an unknown authority, and an account that may not speak, are said', async () => {
    const { cert, key } = certificate({ name: 'localhost' })
    const [certFile, keyFile] = [join(folder, 'redis.crt'), join(folder, 'redis.key')]
    writeFileSync(certFile, cert)
    writeFileSync(keyFile, key)
    const port = await nowhere()
    const own = await startRedis([
      ...['--tls-port', String(port), '--tls-cert-file', certFile, '--tls-key-file', keyFile],
      ...['--tls-ca-cert-file', certFile, '--tls-auth-clients', 'no'],
      ...['--user', 'dumb', 'on', '>zegelwoord', '~*', 'resetchannels', '+@all', '-info'],
    ])
    closing.push(own.kill)
    expect(await complaint('redis', { REDIS_URL: `rediss://localhost:${port}` })).toContain('is not trusted')
    const dumb = own.url.replace('redis://', 'redis://dumb:zegelwoord@')
    expect(await complaint('redis', { REDIS_URL: dumb })).toContain('the other does not hear')
    expect(await complaint('redis', { REDIS_URL: dumb })).toContain('unknown: Redis does not say')
  })
})

describe('the package', () => {
  const right = () => ({
    PUBLIC_URL: 'https://groei.sandbox.example',
    APP_ID_URI: `api://groei.sandbox.example/${clientId}`,
  })
  const at = (packageFile: string, other: Settings = {}) =>
    complaint('package', { ...right(), ...other }, { packageFile })

  test('a file that is no package, and none at all, are said', async () => {
    expect(await complaint('package', right())).toContain('unknown: No package was given')
    expect(await at(join(folder, 'nothing.zip'))).toContain('It is no package')
    const torn = join(folder, 'torn.zip')
    for (const text of ['', 'PK\x05\x06', `PK\x05\x06${'\xff'.repeat(40)}`, 'zegelwoord'.repeat(99)]) {
      writeFileSync(torn, text, 'latin1')
      expect(await at(torn)).toContain('It is no package')
    }
  })

  test('a package that agrees with the settings is well, whatever is not known of the catalogue', async () => {
    expect(await at(packageWith())).toMatch(/^package: catalogue: unknown: [^;]*$/)
  })

  test('a package of another application, bot or host is said, part by part', async () => {
    const other = { CLIENT_ID: crypto.randomUUID(), BOT_ID: crypto.randomUUID(), HOSTNAME: 'other.example' }
    const said = await at(packageWith(other))
    for (const part of ['application', 'resource', 'bot', 'domain', 'pages', 'redirect'])
      expect(said).toContain(`package: ${part}: wrong`)
    expect(await at(packageWith(), { TEAMS_APP_ID: undefined })).toContain('TEAMS_APP_ID is not set')
    expect(await at(packageWith(), { APP_ID_URI: undefined })).toContain('package: resource: wrong')
  })
})

describe('the embedded engine', () => {
  test('no data, a damaged file, and several servers on it are said, and nothing is made', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'))
    expect(await complaint('database', { DATA_DIR: empty })).toContain('no data')
    expect(existsSync(join(empty, 'groei.db'))).toBe(false)
    writeFileSync(join(empty, 'groei.db'), 'zegelwoord'.repeat(1000))
    expect(await complaint('database', { DATA_DIR: empty })).toContain('damaged')
    const several = { REDIS_URL: 'rediss://redis' }
    expect(await complaint('database', several)).toContain('for one server')
  })
})
