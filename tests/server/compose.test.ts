import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from '../../infra/local/free-port.ts'
import type { Runner } from '../../infra/local/launch.ts'
import { ownDatabase } from '../support/database-uri.ts'
import { onPath } from '../support/on-path.ts'
import { replaceWhileTyping } from '../support/rolling.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

/**
 * The services of `infra/compose` as processes of this machine: the image's own command twice, Caddy and Redis with the
 * files that they get there, the secrets that `./up` makes, and a MongoDB server that the environment names.
 */
const missing = ['caddy', 'redis-server', 'openssl'].filter((program) => !onPath(program))
const notRun =
  missing.length > 0
    ? `NOT RUN: ${missing.join(', ')} not on PATH (Debian: apt-get install caddy redis-server openssl)`
    : process.env['MONGODB_URI']
      ? null
      : 'NOT RUN: MONGODB_URI names no server, and two processes need one'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'groei-compose-'))
const here = (...path: string[]) => join(folder, ...path)
const children = new Set<ChildProcess>()
let tenant: Tenant
let ports: { redis: number; http: number; https: number }

function begin(command: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    stdio: 'ignore',
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** A file of infra/compose with what only this machine has in the place of what only the containers have. */
function adapted(path: string, replaced: [string, string][]): string {
  const text = readFileSync(here(path), 'utf8')
  for (const [from] of replaced) expect(text).toContain(from)
  const to = here('adapted', path.replaceAll('/', '-'))
  writeFileSync(
    to,
    replaced.reduce((all, [from, by]) => all.replaceAll(from, by), text),
  )
  return to
}

/** As the image starts it, with secrets in files. */
const asInTheImage: Runner = async ({ CLIENT_SECRET: _secret, MONGODB_URI: _uri, ...settings }) => {
  const command = /^CMD (\[.*\])$/m.exec(readFileSync(here('Dockerfile'), 'utf8'))?.[1] ?? '[]'
  const [, ...args] = JSON.parse(command) as string[]
  const child = begin(process.execPath, args, {
    ...settings,
    LOG_LEVEL: 'fatal',
    SHUTDOWN_DELAY: '3',
    CLIENT_SECRET_FILE: here('secrets/client_secret'),
    MONGODB_URI_FILE: here('secrets/mongodb_uri'),
    REDIS_URL_FILE: here('secrets/redis_url'),
    MASTER_KEY_FILE: here('secrets/master_key'),
    NODE_EXTRA_CA_CERTS: here('secrets/redis_ca'),
  })
  const ready = () => fetch(`http://127.0.0.1:${settings['PORT']}/readyz`).then(({ ok }) => ok)
  await until(async () => {
    if (child.exitCode !== null) throw new Error('The server did not start.')
    return (await ready().catch(() => false)) ? true : null
  })
  return {
    clockMoved: () => undefined,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    },
  }
}

beforeAll(async () => {
  if (notRun) return void process.stderr.write(`\n${notRun}: the services of infra/compose\n\n`)
  // Never the secrets of whoever runs Groei from this checkout.
  const isOwn = (path: string) => /\/(secrets|backups|backup-keys|\.env)$/.test(path)
  cpSync(join(root, 'infra/compose'), folder, { recursive: true, filter: (path) => !isOwn(path) })
  cpSync(here('.env.example'), here('.env'))
  mkdirSync(here('adapted'))
  ports = { redis: await freePort(), http: await freePort(), https: await freePort() }
  tenant = await startTenant({
    mongodbUri: ownDatabase()!,
    servers: 2,
    run: async (settings, of) => {
      if (!existsSync(here('secrets'))) await prepare(settings)
      return asInTheImage(settings, of)
    },
  })
  // The product as it is has the clock of the machine.
  await tenant.moveTo(new Date().toISOString())
  const [first, second] = tenant.launched.productPorts
  const caddyfile = adapted('caddy/Caddyfile', [
    ['email {$ACME_EMAIL}', 'admin off\n\tskip_install_trust\n\tauto_https disable_redirects'],
    [
      '{$PUBLIC_HOST} {',
      `https://localhost:${ports.https}, http://127.0.0.1:${ports.http} {\n\ttls internal`,
    ],
    ['groei-1:3978 groei-2:3978', `127.0.0.1:${first} 127.0.0.1:${second}`],
  ])
  begin('caddy', ['run', '--adapter', 'caddyfile', '--config', caddyfile], {
    XDG_DATA_HOME: here('data'),
    XDG_CONFIG_HOME: here('config'),
  })
  await until(async () => ((await viaCaddy('/readyz')) === 200 ? true : null))
})
beforeEach((context) => {
  if (notRun) context.skip(notRun)
})
afterAll(async () => {
  await tenant?.close()
  const ended = [...children].map((child) => once(child, 'exit'))
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(ended)
  rmSync(folder, { recursive: true, force: true })
})

/** The secrets that `./up` makes, beside those of the tenant, and the Redis that they are for. */
async function prepare(settings: Record<string, string | undefined>): Promise<void> {
  mkdirSync(here('secrets'))
  writeFileSync(here('secrets/client_secret'), settings['CLIENT_SECRET'] ?? '')
  writeFileSync(here('secrets/mongodb_uri'), settings['MONGODB_URI'] ?? '')
  execFileSync(here('up'), ['secrets'])
  const url = readFileSync(here('secrets/redis_url'), 'utf8').replace(
    '@redis:6379',
    `@localhost:${ports.redis}`,
  )
  rmSync(here('secrets/redis_url'))
  writeFileSync(here('secrets/redis_url'), url)
  const config = adapted('redis/redis.conf', [
    ['/run/secrets', here('secrets')],
    ['tls-port 6379', `bind 127.0.0.1\ntls-port ${ports.redis}`],
  ])
  begin('redis-server', [config])
  await until(async () => (redis('ping').includes('NOAUTH') ? true : null))
}

/** The answer of Redis to the healthcheck of compose.yaml, and to others with the password. */
function redis(...args: string[]): string {
  try {
    return execFileSync(
      'redis-cli',
      ['--tls', '--cacert', here('secrets/redis_ca'), '-h', 'localhost', '-p', String(ports.redis), ...args],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
  } catch {
    return ''
  }
}

/** The status of an answer over TLS, with a certificate of Caddy's own authority; null while it is not there. */
async function viaCaddy(path: string): Promise<number | null> {
  const authority = here('data/caddy/pki/authorities/local/root.crt')
  if (!existsSync(authority)) return null
  return new Promise((resolve) => {
    const asked = request(
      `https://localhost:${ports.https}${path}`,
      { ca: readFileSync(authority) },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? null)
      },
    )
    asked.on('error', () => resolve(null)).end()
  })
}

describe('the services of infra/compose', () => {
  test('pages and the API are served over TLS by Caddy, with secrets in files and Redis over TLS', async () => {
    expect(await viaCaddy('/panel')).toBe(200)
    expect(await viaCaddy('/api/one-on-ones')).toBe(401)
    const password = /:([0-9a-f]{64})@/.exec(readFileSync(here('secrets/redis_url'), 'utf8'))?.[1] ?? ''
    // Each server listens for what the others announce.
    const channels = redis('--no-auth-warning', '-a', password, 'pubsub', 'channels', '*announcements')
    expect(channels).toMatch(/groei:.*#announcements/)
  })

  test('nobody is refused and no word is lost while both servers are replaced behind Caddy', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const { id } = await tenant.conversation('sanne', 'milan', meeting!)
    const isReady = (at: number) =>
      fetch(`${tenant.serverUrl(at)}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    await replaceWhileTyping(
      tenant,
      `http://127.0.0.1:${ports.http}`,
      id,
      async () => (await isReady(0)) && (await isReady(1)),
    )
  })
})
