import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { commitmentSpec } from '../../server/commitment/collection.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { pairSpec } from '../../server/pair/collection.ts'
import { privateNoteSpec } from '../../server/private-note/collection.ts'
import { savedQuestionsSpec } from '../../server/saved-questions/collection.ts'
import { tokenCacheSpec } from '../../server/secrets/token-vault.ts'
import { changeCalendar } from '../support/calendar.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'
import { typeEverywhere } from '../support/words.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let tenant: Tenant
let conversation: Conversation
let words: Record<string, string>
let commitmentId: string
/** What the two are called, at which addresses, and by which ids. */
let sanne: string[]
let milan: string[]
beforeEach(async () => {
  tenant = await startTenant()
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
  ;({ words, commitmentId } = await typeEverywhere(tenant, conversation, 'sanne', 'milan'))
  type People = { people: { oid: string; upn: string; name: string }[] }
  const { people } = await tenant.sandbox<People>('GET', 'people')
  const identity = (user: string) => {
    const { oid, upn, name } = people.find((one) => one.upn.startsWith(`${user}@`))!
    return [oid, upn, name]
  }
  sanne = identity('sanne')
  milan = identity('milan')
  // It is all there, and can be found by its ids: all words are sealed.
  const ids = [commitmentId, conversation.id, conversation.pair.id]
  await until(async () => (holding(await kept(), ids).length === ids.length ? true : null), 60_000)
  expect(holding(await kept(), [...Object.values(words), ...sanne.slice(1), ...milan.slice(1)])).toEqual([])
  return async () => {
    tenant.leave()
    await tenant.close()
  }
})

/** Every byte that is kept: of all collections, and on the embedded engine of all files of the data folder. */
async function kept(): Promise<string> {
  const folder = tenant.launched.settings['DATA_DIR']!
  const files = existsSync(folder) ? readdirSync(folder) : []
  return (await tenant.stored()) + files.map((name) => readFileSync(join(folder, name), 'latin1')).join('')
}
const holding = (all: string, some: string[]) => some.filter((one) => all.includes(one))
async function goneSoon(some: string[]): Promise<void> {
  const isGone = async () => (holding(await kept(), some).length === 0 ? true : null)
  await until(isGone, 90_000, 500).catch(() => undefined)
  expect(holding(await kept(), some)).toEqual([])
}
const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())
/** All that names the pair, also what is sealed. */
const ofPair = () => [...Object.values(words), conversation.id, conversation.pair.id]

describe('what is gone', () => {
  test('words that are taken out of the notes, and a commitment, leave no trace while the notes stay open', async () => {
    // A conversation that is not finished: what was shared is in the summary, and stays.
    const [, next] = await tenant.meetings('sanne', 'Milan')
    const open = await tenant.conversation('sanne', 'milan', next!)
    const [typed, made] = [`Zq${crypto.randomUUID()}`, `Zq${crypto.randomUUID()}`]
    const { text } = await tenant.join(0, 'milan', open.id)
    const other = await tenant.join(0, 'sanne', open.id)
    text.insert(0, `Vooraf. ${typed}`)
    const id = await tenant.commit('milan', open.id, made)
    await until(async () => (holding(await kept(), [id]).length === 1 ? true : null), 60_000)
    text.delete(8, typed.length)
    await tenant.call('milan', 'DELETE', `/api/conversations/${open.id}/commitments/${id}`)
    const commitments = await tenant.database().collection(commitmentSpec)
    const conversations = await tenant.database().collection(conversationSpec)
    await until(async () => ((await commitments.findOne({ _id: id })) === null ? true : null))
    await until(async () => {
      const { notes } = (await conversations.findOne({ _id: open.id }))!
      return Object.values(notes.texts).join().includes(typed) ? null : true
    })
    expect(holding(await kept(), [typed, made])).toEqual([])
    expect(other.text.toString()).toBe('Vooraf. ')
  })

  test('a pair that both delete is gone with all its words, names and addresses while its notes are still open', async () => {
    for (const user of ['sanne', 'milan'])
      expect((await tenant.as(user)('DELETE', `/api/pairs/${conversation.pair.id}`)).status).toBe(204)
    await goneSoon([
      ...Object.values(words),
      commitmentId,
      conversation.id,
      ...sanne.slice(1),
      ...milan.slice(1),
    ])
    // Questions of one's own are no pair's.
    const saved = await tenant.database().collection(savedQuestionsSpec)
    const { tenantId } = tenant.launched.sandbox
    const owners = [sanne, milan].map(([oid]) => `${tenantId}.${oid}`)
    expect(await saved.countDocuments({ _id: { $in: owners } })).toBe(2)
    // The pair itself stays an hour for what late requests may leave, and names nobody.
    await later(0.1)
    await goneSoon([conversation.pair.id])
  })

  test('a person who leaves is gone at once, and a page or bot that is still open brings nothing back', async () => {
    await tenant.as('milan')('GET', '/api/one-on-ones')
    expect((await tenant.as('milan')('DELETE', '/api/me')).status).toBe(204)
    const own = `${tenant.launched.sandbox.tenantId}.${milan[0]!}`
    await goneSoon([own, words['employeeQuestion']!])
    const page = tenant.as('milan')
    for (const path of ['/api/one-on-ones', '/api/settings', '/api/tips', '/api/questions', '/api/pairs'])
      expect((await page('GET', path)).status, path).toBe(200)
    const [, next] = await tenant.meetings('sanne', 'Milan')
    const refused = [
      await page('PUT', '/api/tips/guide'),
      await page('PUT', '/api/questions/goal-scale/favourite'),
      await page('POST', '/api/conversations', { joinUrl: next!.joinUrl, start: next!.start }),
    ]
    expect(refused.map(({ body }) => body.type)).toEqual(Array(3).fill('urn:groei:problem:left'))
    await tenant.sandbox('POST', 'chat/state', { user: milan[1], installed: true })
    await tenant.sandbox('POST', 'chat', { user: milan[1], text: 'Groei' })
    await later(0.01)
    await tenant.whileStopped(async () => undefined)
    expect(holding(await kept(), [own, words['employeeQuestion']!])).toEqual([])
    const notes = await tenant.database().collection(privateNoteSpec)
    expect(await notes.countDocuments({ pairId: conversation.pair.id, oid: milan[0]! })).toBe(0)

    await later(30.1)
    await goneSoon([...Object.values({ ...words, coachQuestion: own }), conversation.id, ...milan])
    // Whoever opens Groei again begins anew.
    await page('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
    expect((await page('PUT', '/api/tips/guide')).status).toBeLessThan(300)
    await page('GET', '/api/one-on-ones')
    expect(holding(await kept(), [own])).toEqual([own])
  })

  test('retention leaves nothing of the two, nor the tokens of somebody who only looked in once', async () => {
    await tenant.as('tom')('GET', '/api/one-on-ones')
    await tenant.as('tom')('PUT', '/api/tips/guide')
    const caches = await tenant.database().collection(tokenCacheSpec)
    const { tenantId } = tenant.launched.sandbox
    const count = () => caches.countDocuments({ tenantId, retainFrom: { $gt: new Date(0) } })
    await until(async () => ((await count()) === 3 ? true : null))
    // First it is seen how long things have been there.
    await later(1)
    await until(async () =>
      (await caches.countDocuments({ tenantId, retainFrom: null })) === 0 ? true : null,
    )
    await later(740)
    await until(async () => ((await count()) === 0 ? true : null), 120_000)
    await later(0.1)
    await goneSoon([...ofPair(), ...sanne, ...milan])
  })

  test('a tenant that is offboarded is gone, its subscriptions too, and asking again does no more', async () => {
    const { tenantId } = tenant.launched.sandbox
    const calendar = changeCalendar(tenant)
    await until(async () => ((await calendar.subscriptions('sanne')).length === 1 ? true : null), 60_000)
    const offboard = async (listed: string, ...more: string[]) =>
      promisify(execFile)(process.execPath, ['server/offboard.ts', '--tenant', tenantId, ...more], {
        env: { PATH: process.env['PATH'], ...tenant.launched.settings, TENANT_IDS: listed },
      }).catch((error: { stderr: string; code: number }) => error)
    const other = crypto.randomUUID()
    expect(await offboard(tenantId)).toMatchObject({ code: 1 })
    await tenant.launched.stop()
    expect(await offboard(tenantId)).toMatchObject({ code: 1 })
    const done = await offboard(other)
    expect(done).toMatchObject({ stdout: expect.stringMatching(/conversations: [1-9]/) as string })
    expect(done).toMatchObject({ stdout: expect.stringMatching(/subscriptions.*: 1 ended/) as string })
    expect(holding(await kept(), [...ofPair(), ...sanne, ...milan, tenantId])).toEqual([])
    expect(await calendar.subscriptions('sanne')).toEqual([])
    expect(await offboard(other)).toMatchObject({
      stdout: expect.stringMatching(/conversations: 0/) as string,
    })
    await tenant.launched.startProduct()
  })
})

describe('a tenant that is not listed any more', () => {
  test('its publications, calendars and reminders are left alone, and are looked after again once it is listed', async () => {
    const [, next] = await tenant.meetings('sanne', 'Milan')
    const open = await tenant.conversation('sanne', 'milan', next!)
    await tenant.commit('milan', open.id, 'Na de storing')
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', path: '/me', status: 503, times: 500 }],
    })
    expect((await tenant.finish('sanne', open.id)).status).toBe(200)
    await tenant.launched.stop()
    await tenant.sandbox('DELETE', 'faults')
    await tenant.sandbox('DELETE', 'calls')
    await tenant.launched.startProduct({ TENANT_IDS: crypto.randomUUID() })
    await later(0.05)
    // A stop waits for what is being done.
    await tenant.launched.stop()
    const { calls } = await tenant.sandbox<{ calls: { service: string }[] }>('GET', 'calls')
    expect(calls.filter(({ service }) => service === 'graph' || service === 'connector')).toEqual([])
    await tenant.launched.startProduct()
    await tenant.publication('sanne', open.id, (one) => one?.state === 'published')
  })

  test('a deletion that is due waits until it is listed again', async () => {
    const pairId = conversation.pair.id
    expect((await tenant.as('milan')('DELETE', `/api/pairs/${pairId}`)).status).toBe(204)
    await tenant.whileStopped(async () => undefined, { TENANT_IDS: crypto.randomUUID() })
    await later(31)
    // A stop waits for what is being done.
    const { deletion } = await tenant.whileStopped(
      async (database) => (await (await database.collection(pairSpec)).findOne({ _id: pairId }))!,
    )
    expect(deletion?.askedBy).toEqual(['employee'])
    await goneSoon([conversation.id])
  })
})
