import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../infra/local/free-port.ts'

const script = join(import.meta.dirname, '../../infra/local/start.ts')
const folder = mkdtempSync(join(tmpdir(), 'groei-start-'))
const running = new Set<ChildProcess>()
let port = 0
beforeAll(async () => {
  port = await freePort()
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm start` without the build, in a folder of its own; resolves when it says that it is ready, or ends. */
async function begin(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: String(port), ...env },
  })
  running.add(child)
  let output = ''
  // Closed: it has ended, and all that it said was read.
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  await Promise.race([
    ended,
    new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString()
          if (output.includes('Groei sandbox:')) resolve()
        })
      }
    }),
  ])
  return {
    output: () => output,
    ended,
    end: (signal: NodeJS.Signals) => {
      child.kill(signal)
      return ended
    },
  }
}
const pairs = async () => {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } }
  const body = JSON.stringify({ user: 'sanne@sandbox.example', resource: 'api' })
  const answer = await fetch(`http://localhost:${port}/sandbox/api/token`, { ...post, body })
  const { access_token } = (await answer.json()) as { access_token: string }
  const overview = await fetch(`http://localhost:${port}/api/one-on-ones`, {
    headers: { authorization: `Bearer ${access_token}` },
  })
  return ((await overview.json()) as { pairs: { commitments: object[] }[] }).pairs
}

/** What last week's conversation, played at the first start, left open. */
const lastWeeks = 'Twee dagdelen per week blokkeren om te ontwerpen'

describe('npm start', () => {
  test('the start prints one line, keeps its data, and exits with 0 on SIGTERM and SIGINT', async () => {
    const first = await begin()
    expect(first.output().trim()).toBe(`Groei sandbox: http://localhost:${port}/sandbox`)
    expect(await pairs()).toMatchObject([{ commitments: [{ what: lastWeeks }] }])
    expect(await first.end('SIGTERM')).toBe(0)
    const second = await begin()
    expect(await pairs()).toMatchObject([{ commitments: [{ what: lastWeeks }] }])
    expect(await second.end('SIGINT')).toBe(0)
    expect(readdirSync(join(folder, '.data')).sort()).toEqual(['product', 'tenant'])
  })

  test('a second start on the same data says why and exits with 1, and a reset brings back the first day', async () => {
    const first = await begin()
    const second = await begin({ PORT: String(await freePort()) })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain('is in use by another Groei')
    expect(await pairs()).toHaveLength(1)
    const reset = await fetch(`http://localhost:${port}/sandbox/api/reset`, { method: 'POST' })
    expect(reset.status).toBe(200)
    expect(await pairs()).toMatchObject([{ commitments: [{ what: lastWeeks }] }])
    await first.end('SIGTERM')
  })

  test('no log line holds a person or what they wrote', async () => {
    rmSync(join(folder, '.data'), { recursive: true, force: true })
    const first = await begin({ LOG_LEVEL: 'trace' })
    await pairs()
    await first.end('SIGTERM')
    const output = first.output()
    expect(output).toContain('"route":"/api/conversations"')
    for (const personal of [
      'Sanne',
      'Milan',
      'sandbox.example',
      'dagdelen',
      '1-op-1',
      'Bearer',
      'eyJ',
      'sandbox-client-secret',
    ]) {
      expect(output).not.toContain(personal)
    }
  })

  test('in production it refuses to start and says what to run instead', async () => {
    const refused = await begin({ NODE_ENV: 'production' })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toContain('npm run serve')
    expect(refused.output()).not.toContain('Groei sandbox:')
  })
})
