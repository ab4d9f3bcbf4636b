import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { noRedis, startRedis } from '../support/redis.ts'
import { until } from '../support/until.ts'
import { typist, type Typist } from '../support/typist.ts'

let redis: Awaited<ReturnType<typeof startRedis>>
let tenant: Tenant
let conversation: Conversation
let servers = 1
beforeAll(async () => {
  if (noRedis) return void process.stderr.write(`\n${noRedis}: servers that are killed\n\n`)
  redis = await startRedis()
  // The embedded engine's file is one process's alone: there both people are on one server.
  servers = process.env['MONGODB_URI'] ? 2 : 1
  tenant = await startTenant({ ownProcess: true, servers, settings: () => ({ REDIS_URL: redis.url }) })
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
})
beforeEach((context) => {
  if (noRedis) context.skip(noRedis)
})
afterAll(async () => {
  await tenant?.close()
  await redis?.kill()
})

const join = (at: number, user: string, name: string): Promise<Typist> =>
  typist({
    url: tenant.serverUrl(at % servers),
    conversationId: conversation.id,
    name,
    token: () => tenant.token(user),
  })
const missing = (text: string, words: string[]) => words.filter((word) => !text.includes(word))

describe('live notes on servers that are killed', () => {
  test('text that was reported as stored is there after a kill, and the rest comes back with its authors', async () => {
    let text = ''
    for (const round of ['a', 'b']) {
      const both = [await join(0, 'sanne', `S${round}`), await join(1, 'milan', `M${round}`)]
      for (const one of both) one.begin()
      await until(async () => (both.every((one) => one.stored().length > 30) ? true : null))
      await tenant.launched.kill()
      const said = both.map((one) => one.stored())
      // They type on for a moment, and keep away: nothing of theirs may help.
      for (const one of both) one.provider.disconnect()
      await until(async () =>
        both.every((one, at) => one.typed().length > said[at]!.length + 5) ? true : null,
      )
      for (const one of both) one.stop()

      await tenant.launched.startProduct()
      const fresh = await join(1, 'sanne', 'F')
      for (const words of said) expect(missing(fresh.text(), words)).toEqual([])
      expect(missing(fresh.text(), text.split(/(?<= )/))).toEqual([])

      for (const one of both) void one.provider.connect()
      const all = both.flatMap((one) => one.typed())
      text = await until(async () => {
        const texts = [...both, fresh].map((one) => one.text())
        return new Set(texts).size === 1 && missing(fresh.text(), all).length === 0 ? fresh.text() : null
      }, 30_000)
      for (const one of [...both, fresh]) one.provider.destroy()
    }
  })
})
