import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { callsOf } from '../../infra/local/calls.ts'
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
const calls = () => callsOf(`http://localhost:${port}`)
const pairs = async () => {
  const { call, tokenOf } = calls()
  const overview = await call('GET', '/api/one-on-ones', undefined, await tokenOf('sanne@sandbox.example'))
  return (overview as { pairs: { commitments: object[] }[] }).pairs
}
/** The conversation of Sanne and Milan that is on, as she finds it. */
async function conversationNow() {
  const { call, now, tokenOf, meetingsOf } = calls()
  const at = await now()
  const meetings = await meetingsOf('sanne@sandbox.example', 'milan@sandbox.example')
  const meeting = meetings.find(({ start, end }) => start <= at && at < end)
  if (!meeting) throw new Error('No meeting is on.')
  const reference = { iCalUId: meeting.iCalUId, start: meeting.start }
  return call('POST', '/api/conversations', reference, await tokenOf('sanne@sandbox.example'))
}

/** What last week's conversation, played at the first start, left open. */
const lastWeeks = 'Twee dagdelen per week blokkeren om te ontwerpen'
/** A conversation that has just begun: Milan prepared two topics, and a follow-up is open. */
const beginning = {
  kind: 'conversation',
  conversation: {
    state: 'open',
    preparation: { theirs: { topics: [expect.any(String), expect.any(String)] } },
    followUps: [{ what: lastWeeks, status: 'open' }],
  },
}

describe('npm start', () => {
  test('the start prints one line, begins in a conversation, keeps its data, and exits with 0 on SIGTERM and SIGINT', async () => {
    const first = await begin()
    expect(first.output().trim()).toBe(`Groei sandbox: http://localhost:${port}/sandbox`)
    expect(await pairs()).toMatchObject([{ commitments: [{ what: lastWeeks }] }])
    expect(await conversationNow()).toMatchObject(beginning)
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
    expect(await conversationNow()).toMatchObject(beginning)
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
