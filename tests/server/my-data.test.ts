import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { feedbackSpec } from '../../server/feedback/collection.ts'
import { questionById } from '../../server/content/library.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { stepText } from '../../server/contract/live.ts'
import type { DeletionPreview, MyData } from '../../server/contract/my-data.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { pairSpec } from '../../server/pair/collection.ts'
import { privateNoteSpec } from '../../server/private-note/collection.ts'
import type { Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

let tenant: Tenant
let meetings: Meeting[]
let conversation: Conversation
const providers: HocuspocusProvider[] = []
beforeEach(async () => {
  tenant = await startTenant()
  meetings = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
})
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  await tenant.close()
})

const pairPath = () => `/api/pairs/${conversation.pair.id}`
const path = (more = '') => `/api/conversations/${conversation.id}${more}`
const data = async (user: string) => (await tenant.as(user)<MyData>('GET', '/api/me/data')).body
const note = (user: string, text: string, revision = 0) =>
  tenant.as(user)('PUT', path('/private-note'), { text, revision })
const prepare = (user: string, text: string, shared: boolean) =>
  tenant.as(user)('PUT', path('/preparation'), { topics: [text], note: '', shared, revision: 0 })
const scale = { value: 6, notLower: 'Een plan', oneMore: 'Een ochtend' }
const reflection = { talked: 40, asked: 7, listened: 8, summarised: null, frames: 9, revision: 0 }
const halfYear = { from: '2026-01-01', to: '2026-06-30' }
const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())

/** What is kept of one person's own in the conversation: notes, a preparation, and what they said of it afterwards. */
async function ownOf(user: string): Promise<number> {
  const { people } = await tenant.sandbox<{ people: { upn: string; oid: string }[] }>('GET', 'people')
  const oid = people.find(({ upn }) => upn.startsWith(`${user}@`))!.oid
  const database = tenant.database()
  const notes = await database.collection(privateNoteSpec)
  const feedback = await database.collection(feedbackSpec)
  const stored = await (await database.collection(conversationSpec)).findOne({ _id: conversation.id })
  const role = user === 'sanne' ? 'coach' : 'employee'
  return (
    (await notes.countDocuments({ pairId: conversation.pair.id, oid })) +
    (await feedback.countDocuments({ pairId: conversation.pair.id, role })) +
    Number(Boolean(stored?.preparation?.[role]))
  )
}

async function join(user: string) {
  const provider = new HocuspocusProvider({
    url: tenant.liveUrl,
    name: conversation.id,
    token: await tenant.token(user, 'api'),
  })
  providers.push(provider)
  const entered = await new Promise<boolean>((resolve) => {
    provider.on('synced', () => resolve(true))
    provider.on('authenticationFailed', () => resolve(false))
  })
  return { provider, entered, text: provider.document.getText(stepText('goal')) }
}

describe('data that is kept about a person', () => {
  test('a person sees all that is kept about them in words, and nothing that is the other’s alone', async () => {
    await prepare('sanne', 'Zilvervos', false)
    await prepare('milan', 'Bosuil', true)
    await note('sanne', 'Kwartelei')
    await note('milan', 'Zandhagedis')
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.as('milan')('PUT', path('/scales/goal-scale'), scale)
    await tenant.as('milan')('PUT', path('/rating'), { value: 4, showEachOther: false })
    await tenant.as('sanne')('PUT', path('/reflection'), reflection)
    await tenant.as('sanne')('POST', path('/asked'), { questionId: 'goal-scale', step: 'goal' })
    const review = await tenant.as('milan')<{ id: string }>('POST', `${pairPath()}/reviews`, halfYear)
    await tenant.as('milan')('PUT', `/api/reviews/${review.body.id}/text`, { text: 'Terugblik', revision: 0 })
    await tenant.as('milan')('PUT', `${pairPath()}/rhythm`, { everyWeeks: 2, revision: 0 })
    await tenant.as('milan')('PUT', '/api/tips/guide')
    await tenant.as('milan')('PUT', '/api/questions/goal-scale/favourite')
    const { text, provider } = await join('milan')
    text.insert(0, 'Samen geschreven')
    await until(async () => (provider.hasUnsyncedChanges ? null : true))

    const milan = await data('milan')
    const [pair] = milan.pairs
    expect(pair!.members.map(({ name }) => name).sort()).toEqual(['Milan Bakker', 'Sanne de Vries'])
    expect(pair!.conversations[0]).toMatchObject({
      notes: [{ title: { nl: 'Doel' }, text: 'Samen geschreven' }],
      myPreparation: { topics: ['Bosuil'], shared: true },
      theirPreparation: null,
      myNotes: { text: 'Zandhagedis' },
      scales: [{ mine: { value: 6 }, theirs: null }],
      feedback: { reflection: null, rating: { value: 4 }, theirRating: null },
    })
    expect(pair!.conversations[0]!.asked).toHaveLength(1)
    expect(pair!.reviews).toMatchObject([
      { ...halfYear, texts: [{ by: 'employee', text: 'Terugblik' }], frozen: null },
    ])
    expect(pair!.auditLog.map(({ what }) => what)).toContain('changed-review')
    expect(pair!.agreed).toMatchObject({ everyWeeks: 2, by: 'employee' })
    expect(milan.me).toMatchObject({
      tipsSeen: ['guide'],
      favouriteQuestions: [questionById('goal-scale')!.text],
    })
    expect(pair!.commitments.map(({ what }) => what)).toEqual(['Elke dag een uur'])
    expect(pair!.auditLog.map(({ what }) => what)).toContain('made-commitment')
    expect(milan.retentionDays).toBe(730)
    expect(JSON.stringify(milan)).not.toMatch(/Zilvervos|Kwartelei/)
    expect((await data('sanne')).pairs[0]!.conversations[0]).toMatchObject({
      myPreparation: { topics: ['Zilvervos'], shared: false },
      theirPreparation: { topics: ['Bosuil'] },
      myNotes: { text: 'Kwartelei' },
      scales: [{ mine: null, theirs: null }],
      feedback: { reflection: { talked: 40 }, rating: null, theirRating: null },
    })
    expect((await data('tom')).pairs).toEqual([])
  })

  test('a deletion does as its preview says: one’s own goes at once, and the rest after thirty days', async () => {
    await prepare('sanne', 'Zilvervos', false)
    await prepare('milan', 'Bosuil', true)
    await note('sanne', 'Kwartelei')
    await note('milan', 'Zandhagedis')
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.as('milan')('PUT', path('/scales/goal-scale'), scale)
    await tenant.as('sanne')('PUT', path('/reflection'), reflection)
    await tenant.as('milan')('POST', `${pairPath()}/reviews`, halfYear)
    await tenant.as('milan')('PUT', path('/rating'), { value: 4, showEachOther: true })
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    const preview = await tenant.as('sanne')<DeletionPreview>('GET', `${pairPath()}/deletion`)
    expect(preview.body).toMatchObject({
      other: { name: 'Milan Bakker' },
      privateNotes: 1,
      drafts: 1,
      conversations: 2,
      commitments: 1,
      invites: 1,
    })
    const month = Date.parse(await tenant.now()) + 30 * 86_400_000
    expect(Math.abs(Date.parse(preview.body.otherReadsUntil!) - month)).toBeLessThan(60_000)

    expect((await tenant.as('sanne')('DELETE', pairPath())).status).toBe(204)
    expect(await ownOf('milan')).toBe(3)
    await until(async () => ((await ownOf('sanne')) === 0 ? true : null))
    for (const more of ['/deletion', '/audit'])
      expect((await tenant.as('sanne')('GET', pairPath() + more)).status).toBe(404)
    expect((await tenant.as('sanne')('GET', path())).status).toBe(404)
    expect((await join('sanne')).entered).toBe(false)
    expect((await data('sanne')).pairs).toEqual([])
    const milan = await data('milan')
    expect(milan.pairs[0]!.pair).toMatchObject({ goesOn: expect.any(String) as string })
    expect(milan.pairs[0]!.conversations.find((one) => one.myNotes)).toMatchObject({
      myNotes: { text: 'Zandhagedis' },
    })
    expect((await note('milan', 'x', 1)).body.type).toBe('urn:groei:problem:pair-ended')
    expect((await tenant.invite('milan', meetings[1]!.iCalUId)).content).toContain('Elke dag een uur')

    await later(29)
    expect((await data('milan')).pairs).toHaveLength(1)
    await later(1.1)
    await until(async () => ((await data('milan')).pairs.length === 0 ? true : null))
    const database = tenant.database()
    const names = [
      'conversations',
      'commitments',
      'privateNotes',
      'reminders',
      'auditLog',
      'scales',
      'feedback',
      'reviews',
    ]
    const left = async () => {
      const counts = await Promise.all(
        names.map(async (name) => {
          const spec = {
            name,
            scope: { of: 'pair' as const, exportedAs: null },
            indexes: [{ pairId: 1 as const }],
          }
          const collection = await database.collection<{ _id: string; pairId: string }>(spec)
          return collection.countDocuments({ pairId: conversation.pair.id })
        }),
      )
      const pair = await (await database.collection(pairSpec)).findOne({ _id: conversation.pair.id })
      return { counts: counts.reduce((sum, one) => sum + one, 0), pair }
    }
    const emptied = await until(async () => {
      const { counts, pair } = await left()
      return counts === 0 && pair?.deletion?.emptied ? pair : null
    })
    // For what a late request may leave it stays a little longer, and names nobody.
    expect(JSON.stringify(emptied)).not.toMatch(/sanne|milan/i)
    // Nothing waits to be written where it belongs.
    await tenant.whileStopped(async () => undefined)
    expect(await tenant.stored()).not.toContain('Elke dag een uur')
  })

  test('a pair is deleted at once when both ask for it, also at the same moment or twice', async () => {
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    const answers = await Promise.all(
      ['sanne', 'milan', 'sanne'].map((user) => tenant.as(user)('DELETE', pairPath())),
    )
    for (const { status } of answers) expect([204, 404]).toContain(status)
    expect(answers.filter(({ status }) => status === 204).length).toBeGreaterThanOrEqual(2)
    for (const user of ['sanne', 'milan']) expect((await data(user)).pairs).toEqual([])
    expect((await tenant.as('milan')('DELETE', pairPath())).status).toBe(404)
  })

  test('strangers and other tenants can neither see, end nor delete a pair', async () => {
    const asks: [string, string][] = [
      ['GET', '/deletion'],
      ['POST', '/end'],
      ['DELETE', ''],
    ]
    for (const [method, more] of asks) {
      for (const stranger of ['tom', 'noor'])
        expect((await tenant.as(stranger)(method, pairPath() + more)).status).toBe(404)
      expect((await tenant.as('sanne')(method, `/api/pairs/${crypto.randomUUID()}${more}`)).status).toBe(404)
      const token = await tenant.token('eva@elsewhere.example', 'api')
      expect((await tenant.request(pairPath() + more, { method, token })).status).toBe(401)
    }
    expect((await tenant.as('milan')<Conversation>('GET', path())).body.pair.ended).toBeNull()
  })
})
