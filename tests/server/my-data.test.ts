import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { livePath, stepText } from '../../server/contract/live.ts'
import type { DeletionPreview, MyData } from '../../server/contract/my-data.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { privateNoteSpec } from '../../server/private-note/collection.ts'
import { commitment, startTenant, until, type Meeting, type Tenant } from '../support/tenant.ts'

vi.setConfig({ testTimeout: 60_000 })

let tenant: Tenant
let meetings: Meeting[]
let talk: Conversation
const providers: HocuspocusProvider[] = []
beforeEach(async () => {
  tenant = await startTenant()
  meetings = await tenant.meetings('sanne', 'Milan')
  talk = await tenant.talk('sanne', 'milan', meetings[0]!)
})
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  await tenant.close()
})

const pairPath = () => `/api/pairs/${talk.pair.id}`
const path = (more = '') => `/api/conversations/${talk.id}${more}`
const data = async (user: string) => (await tenant.as(user)<MyData>('GET', '/api/me/data')).body
const note = (user: string, text: string, revision = 0) =>
  tenant.as(user)('PUT', path('/private-note'), { text, revision })
const prepare = (user: string, text: string, shared: boolean) =>
  tenant.as(user)('PUT', path('/preparation'), { topics: [text], note: '', shared, revision: 0 })
const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())
const open = (user: string, meeting: Meeting) =>
  tenant.as(user)<OpenedConversation>('POST', '/api/conversations', {
    joinUrl: meeting.joinUrl,
    start: meeting.start,
  })

/** What is kept of one person's own in the talk: notes, and a draft. */
async function ownOf(user: string): Promise<number> {
  const { people } = await tenant.sandbox<{ people: { upn: string; oid: string }[] }>('GET', 'people')
  const oid = people.find(({ upn }) => upn.startsWith(`${user}@`))!.oid
  return tenant.whileStopped(async (database) => {
    const notes = await database.collection(privateNoteSpec)
    const conversation = await (await database.collection(conversationSpec)).findOne({ _id: talk.id })
    const role = user === 'sanne' ? 'coach' : 'employee'
    return (
      (await notes.countDocuments({ pairId: talk.pair.id, oid })) +
      Number(Boolean(conversation?.preparation?.[role]))
    )
  })
}

async function join(user: string) {
  const provider = new HocuspocusProvider({
    url: `${tenant.url.replace('http', 'ws')}${livePath}`,
    name: talk.id,
    token: await tenant.token(user, 'api'),
  })
  providers.push(provider)
  const entered = await new Promise<boolean>((resolve) => {
    provider.on('synced', () => resolve(true))
    provider.on('authenticationFailed', () => resolve(false))
  })
  return { provider, entered, text: provider.document.getText(stepText('goal')) }
}

test('I see all that is kept about me in words, and nothing that is the other’s alone', async () => {
  await prepare('sanne', 'Zilvervos', false)
  await prepare('milan', 'Bosuil', true)
  await note('sanne', 'Kwartelei')
  await note('milan', 'Zandhagedis')
  await tenant.commit('milan', talk.id, 'Elke dag een uur')
  const { text, provider } = await join('milan')
  text.insert(0, 'Samen geschreven')
  await until(async () => (provider.hasUnsyncedChanges ? null : true))

  const milan = await data('milan')
  const [pair] = milan.pairs
  expect(pair!.members.map(({ name }) => name).sort()).toEqual(['Milan Bakker', 'Sanne de Vries'])
  expect(pair!.talks[0]).toMatchObject({
    notes: [{ title: { nl: 'Doel' }, text: 'Samen geschreven' }],
    myPreparation: { topics: ['Bosuil'], shared: true },
    theirPreparation: null,
    myNotes: { text: 'Zandhagedis' },
  })
  expect(pair!.commitments.map(({ what }) => what)).toEqual(['Elke dag een uur'])
  expect(pair!.trail.map(({ what }) => what)).toContain('made-commitment')
  expect(milan.retentionDays).toBe(730)
  expect(JSON.stringify(milan)).not.toMatch(/Zilvervos|Kwartelei/)
  expect((await data('sanne')).pairs[0]!.talks[0]).toMatchObject({
    myPreparation: { topics: ['Zilvervos'], shared: false },
    theirPreparation: { topics: ['Bosuil'] },
    myNotes: { text: 'Kwartelei' },
  })
  expect((await data('tom')).pairs).toEqual([])
})

test('an ended pair is readable to both and editable to nobody: not by HTTP, by socket, by reminder or by invite', async () => {
  const made = await tenant.commit('milan', talk.id, 'Elke dag een uur')
  await note('milan', 'Eigen')
  const live = await join('milan')
  live.text.insert(0, 'Voor het einde')
  await until(async () => (live.provider.hasUnsyncedChanges ? null : true))
  await tenant.finish('sanne', talk.id)

  const ended = await tenant.as('milan')<Pair>('POST', `${pairPath()}/end`)
  expect([ended.status, typeof ended.body.ended]).toEqual([200, 'string'])
  // Again, by either: it stays as it is.
  expect((await tenant.as('sanne')<Pair>('POST', `${pairPath()}/end`)).body.ended).toBe(ended.body.ended)

  const refused: [string, string, unknown][] = [
    ['PUT', `/commitments/${crypto.randomUUID()}`, commitment()],
    ['PUT', `/commitments/${made}`, commitment({ revision: 1 })],
    ['DELETE', `/commitments/${made}?revision=1`, undefined],
    ['PUT', `/follow-ups/${made}`, { tried: '', happened: '', next: '', outcome: 'done', revision: 1 }],
    ['PUT', '/preparation', { topics: [], note: 'x', shared: true, revision: 0 }],
    ['PUT', '/private-note', { text: 'x', revision: 1 }],
    ['POST', '/finish', { scope: 'commitments-only', fingerprint: 'x' }],
  ]
  for (const user of ['sanne', 'milan'])
    for (const [method, more, body] of refused) {
      const answer = await tenant.as(user)(method, path(more), body)
      expect([method, more, answer.status, answer.body.type]).toEqual([
        method,
        more,
        409,
        'urn:groei:problem:pair-ended',
      ])
    }
  // Who was typing stays connected or comes in anew, and nothing of theirs arrives.
  live.text.insert(0, 'Na het einde ')
  const late = await join('sanne')
  expect(late.entered).toBe(true)
  late.text.insert(0, 'Na het einde ')
  const reader = await join('milan')
  expect(String(reader.text)).toBe('Voor het einde')
  for (const user of ['sanne', 'milan']) {
    const read = await tenant.as(user)<Conversation>('GET', path())
    expect(read.body.commitments.map(({ what }) => what)).toEqual(['Elke dag een uur'])
    expect(read.body.pair.ended).toBe(ended.body.ended)
    expect((await tenant.as(user)<OneOnOnes>('GET', '/api/one-on-ones')).body.pairs).toEqual([])
    expect((await tenant.as(user)<Pair[]>('GET', '/api/pairs')).body).toHaveLength(1)
    const { talks } = (await data(user)).pairs[0]!
    const kept = talks.find(({ start }) => start === talk.meeting.start)
    expect(kept!.notes[0]!.text).toBe('Voor het einde')
  }
})

test('what waited to go into an invite stays out of it once the pair has ended', async () => {
  await tenant.sandbox('POST', 'faults', {
    faults: [{ service: 'graph', method: 'PATCH', status: 503 }],
  })
  await tenant.commit('milan', talk.id, 'Elke dag een uur')
  await tenant.finish('sanne', talk.id)
  await tenant.publication('sanne', talk.id, (one) => one?.reason === 'microsoft-unavailable')
  await tenant.as('sanne')('POST', `${pairPath()}/end`)
  await tenant.sandbox('DELETE', 'faults')
  await tenant.sandbox('DELETE', 'calls')
  await later(1)
  // Somebody else's is published meanwhile: the worker is at work.
  const [meeting] = await tenant.meetings('sanne', 'Tom')
  const other = await tenant.talk('sanne', 'tom', meeting!)
  await tenant.commit('tom', other.id, 'Van een ander')
  await tenant.finish('sanne', other.id)
  await tenant.publication('sanne', other.id, (one) => one?.state === 'published')
  expect((await tenant.invite('milan', meetings[1]!.iCalUId)).content).not.toContain('Elke dag een uur')
})

test('after an end a new meeting of the two begins a new pair, and the old one stays as it is', async () => {
  await tenant.commit('milan', talk.id, 'Van vroeger')
  await later(1)
  await tenant.as('sanne')('POST', `${pairPath()}/end`)
  const old = await open('milan', meetings[0]!)
  expect(old.body).toMatchObject({ kind: 'conversation', conversation: { id: talk.id } })
  expect((await open('milan', meetings[1]!)).body).toMatchObject({ kind: 'roles-needed' })
  const reference = { joinUrl: meetings[0]!.joinUrl, start: meetings[0]!.start }
  const again = await tenant.as('sanne')('POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
  expect(again.body.type).toBe('urn:groei:problem:pair-ended')

  const next = await tenant.talk('milan', 'sanne', meetings[1]!)
  expect(next.pair).toMatchObject({ ended: null, coach: { name: 'Milan Bakker' } })
  expect(next.pair.id).not.toBe(talk.pair.id)
  expect(next.followUps).toEqual([])
  expect((await open('sanne', meetings[0]!)).body).toMatchObject({ conversation: { id: talk.id } })
  expect((await tenant.as('sanne')<Pair[]>('GET', '/api/pairs')).body).toHaveLength(2)
})

test('what deleting does is said before: mine goes at once, the other reads for thirty days, then all is gone', async () => {
  await prepare('sanne', 'Zilvervos', false)
  await prepare('milan', 'Bosuil', true)
  await note('sanne', 'Kwartelei')
  await note('milan', 'Zandhagedis')
  await tenant.commit('milan', talk.id, 'Elke dag een uur')
  await tenant.finish('sanne', talk.id)
  await tenant.publication('sanne', talk.id, (one) => one?.state === 'published')
  const preview = await tenant.as('sanne')<DeletionPreview>('GET', `${pairPath()}/deletion`)
  expect(preview.body).toMatchObject({
    other: { name: 'Milan Bakker' },
    privateNotes: 1,
    drafts: 1,
    talks: 2,
    commitments: 1,
    invites: 1,
  })
  const month = Date.parse(await tenant.now()) + 30 * 86_400_000
  expect(Math.abs(Date.parse(preview.body.otherReadsUntil!) - month)).toBeLessThan(60_000)

  expect((await tenant.as('sanne')('DELETE', pairPath())).status).toBe(204)
  await until(async () => ((await ownOf('sanne')) === 0 ? true : null), 30_000, 1000)
  for (const more of ['/deletion', '/audit'])
    expect((await tenant.as('sanne')('GET', pairPath() + more)).status).toBe(404)
  expect((await tenant.as('sanne')('GET', path())).status).toBe(404)
  expect((await join('sanne')).entered).toBe(false)
  expect((await data('sanne')).pairs).toEqual([])
  const milan = await data('milan')
  expect(milan.pairs[0]!.pair).toMatchObject({ goesOn: expect.any(String) as string })
  expect(milan.pairs[0]!.talks.find((one) => one.myNotes)).toMatchObject({ myNotes: { text: 'Zandhagedis' } })
  expect((await note('milan', 'x', 1)).body.type).toBe('urn:groei:problem:pair-ended')
  expect((await tenant.invite('milan', meetings[1]!.iCalUId)).content).toContain('Elke dag een uur')

  await later(29)
  expect((await data('milan')).pairs).toHaveLength(1)
  await later(1.1)
  await until(async () => ((await data('milan')).pairs.length === 0 ? true : null))
  await until(
    async () => {
      const left = await tenant.whileStopped(async (database) => {
        const names = ['pairs', 'conversations', 'commitments', 'privateNotes', 'reminders', 'auditTrail']
        const counts = await Promise.all(
          names.map(async (name) => {
            const spec = { name, indexes: [{ fields: { pairId: 1 as const } }] }
            const collection = await database.collection<{ _id: string; pairId: string }>(spec)
            return name === 'pairs'
              ? collection.countDocuments({ _id: talk.pair.id })
              : collection.countDocuments({ pairId: talk.pair.id })
          }),
        )
        return counts.reduce((sum, one) => sum + one, 0)
      })
      return left === 0 ? true : null
    },
    60_000,
    2000,
  )
  expect(await tenant.stored()).not.toContain('Elke dag een uur')
})

test('when both ask, also at the same moment, or ask twice, all goes at once', async () => {
  await tenant.commit('milan', talk.id, 'Elke dag een uur')
  const answers = await Promise.all(
    ['sanne', 'milan', 'sanne'].map((user) => tenant.as(user)('DELETE', pairPath())),
  )
  for (const { status } of answers) expect([204, 404]).toContain(status)
  expect(answers.filter(({ status }) => status === 204).length).toBeGreaterThanOrEqual(2)
  for (const user of ['sanne', 'milan']) expect((await data(user)).pairs).toEqual([])
  expect((await tenant.as('milan')('DELETE', pairPath())).status).toBe(404)
})

test('strangers, other tenants and pairs that are not there: nothing is shown, ended or deleted', async () => {
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
