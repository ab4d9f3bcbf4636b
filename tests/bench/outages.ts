import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { pairSpec, type Member } from '../../server/pair/collection.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { freePort } from '../../infra/local/free-port.ts'
import { sections } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'
import { startWireProxy, type Command } from '../support/wire-proxy.ts'

const isWrite = ({ name }: Command) => ['insert', 'update', 'findAndModify', 'delete'].includes(name)

/** A MongoDB server that keeps its data, by a command that takes its port as its last word. */
async function serverBy(command: string) {
  const port = await freePort()
  let running: ChildProcess
  const server = {
    uri: '',
    async start(): Promise<void> {
      running = spawn(`exec ${command} ${port}`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] })
      if (!running.stdout) throw new Error('no output')
      const [line] = (await once(createInterface(running.stdout), 'line')) as [string]
      server.uri = line.trim()
    },
    async kill(): Promise<void> {
      running.kill('SIGKILL')
      await once(running, 'exit')
    },
  }
  await server.start()
  return server
}

/** People at work, who count what they were told was stored. */
function workload(tenant: Tenant, conversation: Conversation, round: number) {
  let working = true
  const words = new Set<string>()
  const questions = new Set<string>()
  const notes: Record<string, number> = { sanne: 0, milan: 0 }
  const refused: Record<string, number> = {}

  async function type(user: string, at: number): Promise<void> {
    const { text, provider } = await tenant.join(0, user, conversation.id)
    for (let n = 0; working; n += 1) {
      const word = `${user}${round}x${n}`
      text.insert(text.length, `${word} `)
      await until(async () => (provider.hasUnsyncedChanges && working ? null : true), 60_000)
      if (!provider.hasUnsyncedChanges) words.add(word)
      await pause(20 + at)
    }
  }
  async function ask(user: string, path: string, body: object): Promise<boolean> {
    // Below the 300 requests a minute that a person has.
    await pause(400)
    const answer = await tenant
      .as(user)<{ type?: string }>('PUT', path, body)
      .catch(() => null)
    if (answer?.status === 200) return true
    const why = answer?.body.type?.split(':').at(-1) ?? 'no answer'
    refused[why] = (refused[why] ?? 0) + 1
    return false
  }
  async function noteDown(user: string): Promise<void> {
    const path = `/api/conversations/${conversation.id}/private-note`
    while (working) {
      const seen = notes[user] ?? 0
      const body = { text: `stand ${seen + 1}`, revision: seen }
      if (await ask(user, path, body)) notes[user] = seen + 1
      else {
        // The answer may have been lost on its way.
        const now = await tenant
          .as(user)<{ revision: number }>('GET', path)
          .catch(() => null)
        if (now?.status === 200) notes[user] = now.body.revision
      }
    }
  }
  async function write(user: string): Promise<void> {
    while (working) {
      const id = crypto.randomUUID()
      const question = {
        text: `Vraag ${id}?`,
        purpose: 'Meten',
        team: false,
        kind: 'open',
        theme: 'collaboration',
        phases: ['focus'],
        depth: 'light',
        revision: 0,
      }
      while (working && !(await ask(user, `/api/questions/own/${id}`, question)));
      if (working) questions.add(id)
      if (questions.size > 150) return
    }
  }
  const all = [type('sanne', 3), type('milan', 0), noteDown('sanne'), noteDown('milan'), write('sanne')]
  return {
    refused,
    async stop() {
      working = false
      await Promise.all(all)
    },
    /** @returns what was acknowledged, and of it what is gone or there twice */
    async compare() {
      const reader = await tenant.join(0, 'sanne', conversation.id)
      const text = String(reader.text).split(' ')
      let lost = [...words].filter((word) => !text.includes(word)).length
      const doubled = [...words].filter((word) => text.indexOf(word) !== text.lastIndexOf(word)).length
      for (const [user, revision] of Object.entries(notes)) {
        const path = `/api/conversations/${conversation.id}/private-note`
        const { body } = await tenant.as(user)<{ revision: number }>('GET', path)
        if (body.revision < revision) lost += 1
      }
      const { body } = await tenant.as('sanne')<{ mine: { ownId: string }[] }>('GET', '/api/questions')
      const kept = JSON.stringify(body)
      lost += [...questions].filter((id) => !kept.includes(id)).length
      const acknowledged = words.size + questions.size + (notes['sanne'] ?? 0) + (notes['milan'] ?? 0)
      return { acknowledged, lost, doubled }
    },
  }
}

/** The pair as it is when both have opened Groei: FerretDB 1 knows no `$elemMatch`, by which somebody enters it. */
async function seedPair(tenant: Tenant): Promise<void> {
  const at = new Date(await tenant.now())
  const { people } = await tenant.sandbox<{ people: { oid: string; upn: string }[] }>('GET', 'people')
  const pairs = await tenant.database().collection(pairSpec)
  const member = (user: string, role: 'coach' | 'employee') => {
    const person = people.find(({ upn }) => upn.startsWith(user))
    const address = person?.upn ?? ''
    return { address, name: user, oid: person?.oid ?? null, role, addresses: [address], addressesAt: at }
  }
  const members: [Member, Member] = [member('milan', 'employee'), member('sanne', 'coach')]
  await pairs.insertOne({
    _id: crypto.randomUUID(),
    tenantId: tenant.launched.sandbox.tenantId,
    key: members.map(({ address }) => address).join('|'),
    members,
    createdAt: at,
  })
}

type Parts = {
  proxy: Awaited<ReturnType<typeof startWireProxy>>
  server: Awaited<ReturnType<typeof serverBy>>
}

/** Each begins an outage and resolves when the database is back. `gone`: nobody can be served meanwhile. */
const outages: Record<string, { gone: boolean; run: (parts: Parts) => Promise<void> }> = {
  'all connections cut': { gone: false, run: async ({ proxy }) => proxy.cut() },
  'away for 12 s': {
    gone: true,
    async run({ proxy }) {
      proxy.away = true
      proxy.cut()
      await pause(12_000)
      proxy.away = false
    },
  },
  'killed, and started again after 3 s': {
    gone: true,
    async run({ server }) {
      await server.kill()
      await pause(3000)
      await server.start()
    },
  },
  'a third of the answers lost for 3 s': {
    gone: false,
    async run({ proxy }) {
      let count = 0
      proxy.judge = (command) => (isWrite(command) && count++ % 3 === 0 ? 'lose the answer' : null)
      await pause(3000)
      proxy.judge = () => null
    },
  },
  'each command 400 ms late for 4 s': {
    gone: false,
    async run({ proxy }) {
      proxy.delay = 400
      await pause(4000)
      proxy.delay = 0
    },
  },
  'shutting down (91) for 3 s': {
    gone: true,
    async run({ proxy }) {
      proxy.judge = () => ({ error: 91 })
      await pause(3000)
      proxy.judge = () => null
    },
  },
  'another primary (189) for 3 s': {
    gone: false,
    async run({ proxy }) {
      proxy.judge = (command) => (isWrite(command) ? { error: 189 } : null)
      await pause(3000)
      proxy.judge = () => null
    },
  },
}

/**
 * What is lost, doubled, and how soon people are served again, when the database goes in the middle of their work. Needs
 * MONGODB_COMMAND: a command that runs a MongoDB server that keeps its data at the port that is its last word.
 */
export async function measureOutages(): Promise<string[]> {
  const command = process.env['MONGODB_COMMAND']
  if (!command) return ['not measured: MONGODB_COMMAND names no server that can be killed and keeps its data']
  const server = await serverBy(command)
  const [base = ''] = server.uri.split('?')
  const proxy = await startWireProxy(`${base.replace(/\/[^/]*$/, '')}/groei-${crypto.randomUUID()}`)
  const tenant = await startTenant({ mongodbUri: proxy.uri, logLevel: 'silent' })
  const [meeting, next] = await tenant.meetings('sanne', 'Milan')
  if (!meeting || !next) throw new Error('no meetings')
  await seedPair(tenant)
  const conversation = await tenant.conversation('sanne', 'milan', meeting)
  await tenant.commit('milan', conversation.id, 'Blijft staan')
  const ready = async () => (await tenant.request('/readyz', { at: 0 })).status === 200
  const lines: string[] = []
  for (const [name, { gone, run }] of Object.entries(outages)) {
    const people = workload(tenant, conversation, lines.length)
    await pause(1500)
    let isBack = false
    let wrong = 0
    const watching = (async () => {
      // It needs a moment to be known; after that being ready is a lie.
      await pause(3500)
      while (!isBack && gone) {
        if ((await ready()) && !isBack) wrong += 1
        await pause(100)
      }
    })()
    const finishing = tenant.finish('sanne', conversation.id).catch(() => null)
    await run({ proxy, server })
    isBack = true
    const back = performance.now()
    const path = `/api/conversations/${conversation.id}`
    await until(
      async () => {
        const answer = await tenant
          .as('milan')('GET', path)
          .catch(() => null)
        return answer?.status === 200 && (await ready()) ? true : null
      },
      60_000,
      200,
    )
    const served = (performance.now() - back) / 1000
    await watching
    await finishing
    await pause(1500)
    await people.stop()
    await tenant.leave()
    const { acknowledged, lost, doubled } = await people.compare()
    const refused = Object.entries(people.refused).map(([why, times]) => `${times} ${why}`)
    lines.push(
      `${name}: ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled; refused: ${refused.join(', ') || 'none'}; served again after ${served.toFixed(1)} s (at most 15); ready while it was gone: ${wrong} times`,
    )
    await tenant.leave()
  }
  await tenant.finish('sanne', conversation.id)
  await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 10 * 60_000).toISOString())
  await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
  const { content } = await tenant.invite('sanne', next.iCalUId)
  const { body } = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
  lines.push(
    `in the end: ${sections(content)} section in the invite, ${body.commitments.length} commitment (1 and 1)`,
  )
  await tenant.close()
  await proxy.close()
  await server.kill()
  return lines
}
