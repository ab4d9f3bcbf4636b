import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { sizeLimits } from '../../server/contract/limits.ts'
import { storeFilled } from '../support/fill-notes.ts'
import { longestTurn } from '../support/longest-turn.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

/** Nobody notices less. In time of the processor, for the machine may have others to serve. */
const noticed = 200

const test = testIn()
let tenant: Tenant
let conversation: Conversation
const attackers: Worker[] = []
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
  // As large as a document can be, of letters that were typed one by one.
  await storeFilled(tenant.database(), conversation.id, sizeLimits.notes.server - 10_000)
}, 60_000)
afterAll(async () => {
  for (const one of attackers) await one.terminate()
  tenant.leave()
})

/** Somebody in a thread of their own: the time that they take is not the server's. */
async function attacker(user: string) {
  const worker = new Worker(new URL('../support/live-attacker.ts', import.meta.url), {
    workerData: { url: tenant.liveUrl, name: conversation.id, token: await tenant.token(user) },
  })
  attackers.push(worker)
  let heard = { messages: 0, bytes: 0, ends: 0 }
  worker.on('message', (now: typeof heard) => (heard = now))
  await until(async () => (heard.messages > 0 ? true : null))
  return {
    heard: () => heard,
    send: (what: 'question' | 'update', count: number) => worker.postMessage({ what, count }),
  }
}

/** What somebody else types, and when it is stored. */
async function othersAreFine(): Promise<void> {
  const sanne = await tenant.join(0, 'sanne', conversation.id)
  sanne.text.insert(0, 'x')
  await until(async () => (sanne.provider.hasUnsyncedChanges ? null : true))
  sanne.provider.destroy()
}

describe('event loop under a load on the live notes', () => {
  test.each([60, 150])(
    'no turn is noticed while %i empty questions ask for all of a large document',
    async (count) => {
      // It is open already: nothing here is about reading it from the database.
      await othersAreFine()
      const milan = await attacker('milan')
      const longest = await longestTurn(async () => {
        const before = milan.heard().bytes
        milan.send('question', count)
        await until(async () => (milan.heard().bytes - before > 1_000_000 ? true : null))
        expect((await tenant.request('/healthz')).status).toBe(200)
      })
      expect(longest).toBeLessThan(noticed)
      // Not each of them is answered: that would be 300 MB.
      expect(milan.heard().bytes).toBeLessThan(20 * sizeLimits.notes.server)
    },
    60_000,
  )

  test('no turn is noticed while updates announce more than they hold', async () => {
    await othersAreFine()
    const milan = await attacker('milan')
    const before = process.memoryUsage().rss
    const longest = await longestTurn(async () => {
      for (let round = 1; round <= 5; round += 1) {
        milan.send('update', 20)
        await until(async () => (milan.heard().ends >= round ? true : null))
      }
    })
    expect(longest).toBeLessThan(noticed)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  }, 60_000)

  test('the longest turn is found', async () => {
    const longest = await longestTurn(async () => {
      const end = process.threadCpuUsage().user + 300_000
      while (process.threadCpuUsage().user < end);
      await once(process, 'nothing', { signal: AbortSignal.timeout(20) }).catch(() => undefined)
    })
    expect(longest).toBeGreaterThan(noticed)
  })
})
