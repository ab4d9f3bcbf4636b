import { Redis } from 'ioredis'
import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { changedMessage, rightMessage } from '../../server/contract/live.ts'
import { conversationSpec, type ConversationDocument } from '../../server/conversation/collection.ts'
import type { Collection } from '../../server/database/collection.ts'
import { pairSpec } from '../../server/pair/collection.ts'
import { changeCalendar } from '../support/calendar.ts'
import { noRedis, startRedis } from '../support/redis.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { commitment, type Meeting } from '../support/conversations.ts'
import { until } from '../support/until.ts'
import { typist } from '../support/typist.ts'

/** Two of the product's servers, one database and a real Redis between them. */
let redis: Awaited<ReturnType<typeof startRedis>>
let tenant: Tenant
let conversations: Collection<ConversationDocument>
let all: Meeting[]
let meetings = 0
let conversation: Conversation
beforeAll(async () => {
  if (noRedis) return void process.stderr.write(`\n${noRedis}: live notes on two servers\n\n`)
  redis = await startRedis()
  tenant = await startTenant({ servers: 2, settings: () => ({ REDIS_URL: redis.url }) })
  conversations = await tenant.database().collection(conversationSpec)
  // Each test has a meeting of its own.
  await changeCalendar(tenant).series('sanne', 'milan', 'Nog een reeks')
  all = [...(await tenant.meetings('sanne', 'Milan')), ...(await tenant.meetings('sanne', 'Nog een reeks'))]
})
beforeEach(async (context) => {
  if (noRedis) context.skip(noRedis)
  conversation = await tenant.conversation('sanne', 'milan', all[meetings]!)
  meetings += 1
})
afterEach(() => tenant?.leave())
afterAll(async () => {
  await tenant?.close()
  await redis?.kill()
})

const scope = 'summary-and-commitments'
const summary = (at: number) =>
  tenant.call<Summary>(
    'milan',
    'GET',
    `/api/conversations/${conversation.id}/summary?scope=${scope}`,
    undefined,
    at,
  )
const stored = async () => (await conversations.findOne({ _id: conversation.id }))?.notes.texts['goal'] ?? ''
const count = (text: string, sign: string) => text.split(sign).length - 1

describe('live notes on two servers', () => {
  test('two people on two servers write in one text, see each other’s place, and all of it is stored', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const milan = await tenant.join(1, 'milan', conversation.id)
    milan.provider.setAwarenessField('user', { name: 'Milan', step: 'goal' })
    for (let at = 0; at < 100; at += 1) {
      sanne.text.insert(Math.floor(sanne.text.length / 2), 'S')
      milan.text.insert(milan.text.length, 'M')
      if (at % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    const text = await until(async () => {
      const [a, b, c] = [String(sanne.text), String(milan.text), await stored()]
      return a === b && a === c && count(a, 'S') === 100 && count(a, 'M') === 100 ? a : null
    })
    expect(text).toHaveLength(200)
    const names = () =>
      [...(sanne.provider.awareness?.getStates().values() ?? [])].map((one) => one['user']?.name)
    await until(async () => (names().includes('Milan Bakker') ? true : null))
  })

  test('a server that has not opened the document finishes with what was just typed on the other server', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    sanne.text.insert(0, 'net getypt')
    await until(async () => (sanne.provider.hasUnsyncedChanges ? null : true))
    const { steps, fingerprint } = await summary(1)
    expect(steps.map((one) => one.text)).toEqual(['net getypt'])
    await tenant.call(
      'milan',
      'POST',
      `/api/conversations/${conversation.id}/finish`,
      { scope, fingerprint },
      1,
    )
    expect(await stored()).toBe('net getypt')
  })

  test('a change on one server is announced to a person on the other server', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const path = `/api/conversations/${conversation.id}/commitments/${crypto.randomUUID()}`
    await tenant.call('milan', 'PUT', path, commitment(), 1)
    await until(async () => (sanne.messages.includes(changedMessage) ? true : null))
  })

  test('a person who loses their rights on one server is disconnected on the other and not let in again', async () => {
    const milan = await tenant.join(0, 'milan', conversation.id)
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const pairs = await tenant.database().collection(pairSpec)
    const before = await pairs.findOne({ _id: conversation.pair.id })
    const members = before!.members.map((one) => (one.role === 'employee' ? { ...one, oid: null } : one))
    await pairs.updateOne({ _id: conversation.pair.id }, { $set: { members: members as never } })
    const closed = new Promise<string>((resolve) => {
      milan.provider.on('close', ({ event }: { event: { reason: string } }) => resolve(event.reason))
    })
    tenant.app(1).announce.emit('pair-changed', conversation.pair.id)
    expect(await closed).toBe('forbidden')
    milan.text.insert(0, 'te laat')
    sanne.text.insert(0, 'ik wel')
    await until(async () => ((await stored()) === 'ik wel' ? true : null))
    expect((await tenant.join(1, 'milan', conversation.id)).entered).toBe('forbidden')
    expect(sanne.provider.isSynced).toBe(true)
    await pairs.updateOne({ _id: conversation.pair.id }, { $set: { members: before!.members } })
  })

  test('text typed on both servers while Redis is away is stored, and both see all of it afterwards', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const milan = await tenant.join(1, 'milan', conversation.id)
    await redis.kill()
    sanne.text.insert(0, 'SANNE ')
    milan.text.insert(0, 'MILAN ')
    await until(async () => {
      const text = await stored()
      return text.includes('SANNE') && text.includes('MILAN') ? true : null
    })
    const late = await tenant.join(1, 'sanne', conversation.id)
    expect(String(late.text)).toContain('MILAN')
    await redis.start()
    await until(async () => (String(sanne.text) === String(milan.text) ? true : null))
    sanne.text.insert(0, 'weer ')
    await until(async () => (String(milan.text) === String(sanne.text) ? true : null))
    expect(String(milan.text)).toMatch(/^weer .*(SANNE|MILAN)/)
  })

  test('an end that was announced while Redis was away holds on the other server once Redis is back', async () => {
    const milan = await tenant.join(1, 'milan', conversation.id)
    const heard: string[] = []
    milan.provider.on('stateless', ({ payload }: { payload: string }) => heard.push(payload))
    await redis.kill()
    await tenant.call('sanne', 'POST', `/api/pairs/${conversation.pair.id}/end`)
    await redis.start()
    await until(async () => (heard.includes(rightMessage('read')) ? true : null))
  })

  test('what else somebody writes in Redis about notes ends no server, and is not taken', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const milan = await tenant.join(1, 'milan', conversation.id)
    const client = new Redis(redis.url)
    const channels = (await client.pubsub('CHANNELS', '*')) as string[]
    const name = [1, 120, conversation.id.length, ...Buffer.from(conversation.id)]
    const announcingMany = [1, 128, 128, 128, 8, 0, 0, 0]
    const junk = [
      [],
      [255],
      [...Buffer.from('{"from":"x"}')],
      name,
      [...name, 0],
      [...name, 0, 1, 200, 1],
      [...name, 0, 2, announcingMany.length, ...announcingMany],
      [...name, 1, 3, 1, 1, 1],
      [...name, 1, 6, 1, 1, 1, 2, 123, 125, 9],
      [...name, 6, 200],
      [1, 120, 9, ...Buffer.from('__proto__'), 0, 0, 0],
    ]
    const before = process.memoryUsage.rss()
    for (const one of junk) for (const channel of channels) await client.publish(channel, Buffer.from(one))
    client.disconnect()
    sanne.text.insert(0, 'na de rommel')
    await until(async () => (milan.text.toString() === 'na de rommel' ? true : null))
    expect(process.memoryUsage.rss() - before).toBeLessThan(128 * 2 ** 20)
  })

  test('Redis keeps nothing of what is typed', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    sanne.text.insert(0, 'net getypt')
    await until(async () => ((await stored()) === 'net getypt' ? true : null))
    const client = new Redis(redis.url)
    expect(await client.dbsize()).toBe(0)
    client.disconnect()
  })

  test('a key that is deleted on one server is gone from the memory of the other at once', async () => {
    const owner = { tenantId: tenant.launched.sandbox.tenantId, of: 'pair', id: crypto.randomUUID() } as const
    const [one, two] = [tenant.app(0).sealing, tenant.app(1).sealing]
    const { sealed } = await one.seal(owner, 'place', 'tekst')
    expect((await two.open(owner, 'place', sealed)).ok).toBe(true)
    await one.forget(owner)
    await until(async () => ((await two.open(owner, 'place', sealed)).ok ? null : true))
  })

  test('no text is lost when Redis is killed and started while both type', async () => {
    const join = (at: number, user: string, name: string) =>
      typist({
        url: tenant.serverUrl(at),
        conversationId: conversation.id,
        name,
        token: () => tenant.token(user),
      })
    const both = [await join(0, 'sanne', 'S'), await join(1, 'milan', 'M')]
    const typeOn = (more: number) => {
      const from = both.map((one) => one.typed().length)
      return until(async () =>
        both.every((one, at) => one.typed().length >= from[at]! + more) ? true : null,
      )
    }
    for (const one of both) one.begin()
    for (let round = 0; round < 2; round += 1) {
      await typeOn(30)
      await redis.kill()
      await typeOn(30)
      // Without Redis too, each of them is told what is stored, and it is.
      const words = both.flatMap((one) => one.stored())
      const text = await stored()
      expect(words.filter((word) => !text.includes(word))).toEqual([])
      await redis.start()
    }
    await typeOn(30)
    for (const one of both) one.stop()
    const all = both.flatMap((one) => one.typed())
    await until(async () => {
      const texts = [...both.map((one) => one.text()), await stored()]
      return new Set(texts).size === 1 && all.every((word) => texts[0]?.includes(word)) ? true : null
    })
    for (const one of both) one.provider.destroy()
  })

  test('a server that stops while the others ask it without pause answers, and nothing of it fails', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const failures: unknown[] = []
    const failed = (error: unknown) => void failures.push(error)
    process.on('unhandledRejection', failed)
    const traffic = new Redis(redis.url)
    const listener = new Redis(redis.url)
    try {
      const milan = await tenant.join(1, 'milan', conversation.id)
      const channel = `groei:${tenant.launched.sandbox.app.clientId}:${conversation.id}`
      await listener.subscribe(channel)
      const asked = once(listener, 'messageBuffer')
      sanne.text.insert(0, 'vraag')
      const [, question] = (await asked) as [Buffer, Buffer]
      let isStopped = false
      const stopping = tenant.launched.stop(1).finally(() => (isStopped = true))
      while (!isStopped) {
        // No faster than Redis takes them.
        await Promise.all(Array.from({ length: 20 }, () => traffic.publish(channel, question)))
        await turn()
      }
      await stopping
      milan.provider.destroy()
    } finally {
      traffic.disconnect()
      listener.disconnect()
      await tenant.launched.startProduct(undefined, 1)
      process.off('unhandledRejection', failed)
    }
    expect(failures).toEqual([])
  })

  test('no text is lost by a graceful shutdown of one server while both type', async () => {
    const sanne = await tenant.join(0, 'sanne', conversation.id)
    const milan = await tenant.join(1, 'milan', conversation.id)
    milan.text.insert(0, 'laatste woord')
    await until(async () => (milan.provider.hasUnsyncedChanges ? null : true))
    milan.provider.destroy()
    await tenant.launched.stop(1)
    await until(async () => (String(sanne.text) === 'laatste woord' ? true : null))
    expect(await stored()).toBe('laatste woord')
    await tenant.launched.startProduct(undefined, 1)
    const again = await tenant.join(1, 'milan', conversation.id)
    expect(String(again.text)).toBe('laatste woord')
  })
})
