import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { OpenedConversation } from '../../server/contract/conversation.ts'
import { pairsOf } from '../support/crowd.ts'
import type { Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import type { Felt, Load, Opener } from './hour-load.ts'

const minute = 60_000
/** All open within so long; each then presses a key every so often. Milliseconds. */
const openWithin = minute
const everyMs = 2000
/** What a call to Graph takes, in milliseconds; and how many of us make ready at once. */
const latency = 80
const atOnce = 8
/** When the conversations of `pairsOf` begin. */
const start = '2026-06-03T08:00:00Z'

/**
 * The full hour: so many pairs open their panels within a minute and type, before a Graph that takes its time. The load is
 * a process of its own on the same cores; its share is said, and so is the sandbox's, which plays Microsoft.
 */
export async function measureHour(pairs = 1000, minutes = 1): Promise<string[]> {
  const { all, seed } = pairsOf(pairs, 1)
  const tenant = await startTenant({ seed, logLevel: 'silent', ownProcess: true })
  await tenant.sandbox('POST', 'clock', { now: start })
  const people: [Opener, Opener][] = []
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { coach, employee } of waiting) people.push(await readied(tenant, coach, employee))
    }),
  )
  await tenant.sandbox('POST', 'latency', { milliseconds: latency })

  const load = fork(join(import.meta.dirname, 'hour-load.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const told: Load = {
    api: `http://127.0.0.1:${tenant.launched.productPorts[0]}`,
    live: tenant.liveUrl,
    people,
    typeForMs: openWithin + minutes * minute,
    everyMs,
  }
  const before = { product: productNow(), own: process.cpuUsage(), at: performance.now() }
  load.send(told)
  const memory: number[] = []
  const looking = setInterval(() => memory.push(productNow().megabytes), 5000)
  const [felt] = (await once(load, 'message')) as [Felt]
  clearInterval(looking)
  const seconds = (performance.now() - before.at) / 1000
  const own = process.cpuUsage(before.own)
  const cores = {
    product: (productNow().seconds - before.product.seconds) / seconds,
    load: felt.cpu / seconds,
    sandbox: (own.user + own.system) / 1e6 / seconds,
  }
  await tenant.close()

  const sorted = (all: number[]) => all.toSorted((a, b) => a - b)
  const at = (all: number[], part: number) => (all[Math.floor(all.length * part)] ?? Number.NaN).toFixed(0)
  const [openings, keys] = [sorted(felt.openings), sorted(felt.keys)]
  // After the minute in which all come in.
  const settled = memory.slice(Math.ceil(openWithin / 5000) + 1)
  const third = Math.max(1, Math.floor(settled.length / 3))
  const mean = (some: number[]) => some.reduce((sum, one) => sum + one, 0) / some.length
  return [
    `${pairs} pairs open within ${openWithin / 1000} s, Graph at ${latency} ms: ${openings.length} of ${2 * pairs} came in, p50 ${at(openings, 0.5)} ms, p95 ${at(openings, 0.95)} ms (bound 1000 ms); ${felt.errors.length} failed or refused (bound 0)${felt.errors[0] ? `, the first: ${felt.errors[0]}` : ''}`,
    `${felt.sent} keys until ${minutes} min after that, one each ${everyMs / 1000} s by each: to the other screen p50 ${at(keys, 0.5)} ms, p95 ${at(keys, 0.95)} ms; ${felt.sent - keys.length} never came (bound 0)`,
    `memory of the server once all are in: ${mean(settled.slice(0, third)).toFixed(0)} MB in the first third of the time, ${mean(settled.slice(-third)).toFixed(0)} MB in the last, at most ${Math.max(...settled).toFixed(0)} MB (bound: the last is as the first)`,
    `cores: the server ${cores.product.toFixed(2)}, the load ${cores.load.toFixed(2)}, the sandbox ${cores.sandbox.toFixed(2)}`,
  ]
}

/** The two have met before: the pair is there, and both have opened Groei. */
async function readied(tenant: Tenant, coach: string, employee: string): Promise<[Opener, Opener]> {
  const { meetings } = await tenant.sandbox<{ meetings: Meeting[] }>(
    'GET',
    `meetings?user=${coach}@sandbox.example`,
  )
  const meeting = meetings.find((one) => Date.parse(one.start) === Date.parse(start))
  if (!meeting) throw new Error('no conversation')
  const reference = { iCalUId: meeting.iCalUId, start: meeting.start }
  await tenant.call(coach, 'POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
  await tenant.call<OpenedConversation>(employee, 'POST', '/api/conversations', reference)
  const after = Math.random() * openWithin
  const opener = async (name: string): Promise<Opener> => ({
    token: await tenant.token(name),
    reference,
    // The two come within some seconds of each other.
    after: Math.min(openWithin, after + Math.random() * 5000),
  })
  return [await opener(coach), await opener(employee)]
}

/** What the product has used by now: it is the only process of ours before the load. */
function productNow(): { megabytes: number; seconds: number } {
  const rows = execFileSync('ps', ['-o', 'rss=,cputimes=,args=', '--ppid', String(process.pid)]).toString()
  const row = rows.split('\n').find((one) => one.includes('product.ts')) ?? ''
  const [kilobytes = Number.NaN, seconds = Number.NaN] = row.trim().split(/\s+/, 2).map(Number)
  return { megabytes: kilobytes / 1024, seconds }
}
