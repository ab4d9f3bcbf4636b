import { beforeEach, describe, expect } from 'vitest'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import type { Collection, Document } from '../../server/database/collection.ts'
import { privateNoteSpec } from '../../server/private-note/collection.ts'
import { type PrivateNote } from '../../server/contract/private-note.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { storedSpec } from '../../server/sealing/stored-spec.ts'
import { testIn } from '../support/test.ts'
import { textLimits } from '../../server/contract/limits.ts'

type Stored = Document & { pairId: string; content: { sealed: string } }

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let conversation: Conversation
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  meetings = await tenant.meetings('sanne', 'Milan')
})
beforeEach(async () => {
  conversation = await tenant.conversation('sanne', 'milan', meetings.shift()!)
})

const path = () => `/api/conversations/${conversation.id}/private-note`
const write = (user: string, text: string, revision = 0) =>
  tenant.as(user)<PrivateNote>('PUT', path(), { text, revision })
const read = async (user: string) => (await tenant.as(user)<PrivateNote>('GET', path())).body

describe('a private note in the database', () => {
  test('an old text put back under a later revision does not open', async () => {
    const notes = (await tenant
      .rawDatabase()
      .collection(storedSpec(privateNoteSpec))) as unknown as Collection<Stored>
    const place = { pairId: conversation.pair.id, conversationId: conversation.id }
    await write('sanne', 'Oud')
    const { content } = (await notes.findOne(place))!
    await write('sanne', 'Nieuw', 1)
    expect(await read('sanne')).toEqual({ text: 'Nieuw', revision: 2 })
    await notes.updateOne(place, { $set: { 'content.sealed': content.sealed } })
    expect(await read('sanne')).toEqual({ text: '', revision: 2, unreadable: true })
    expect((await write('sanne', 'Weer', 2)).status).toBe(200)
    expect(await read('sanne')).toEqual({ text: 'Weer', revision: 3 })
  })
})

describe('private notes', () => {
  test('each person has their own note, and neither reads nor overwrites the other’s', async () => {
    expect(await read('sanne')).toEqual({ text: '', revision: 0 })
    expect((await write('sanne', 'Zilvervos')).body).toEqual({ text: 'Zilvervos', revision: 1 })
    expect(await read('milan')).toEqual({ text: '', revision: 0 })
    expect((await write('milan', 'Bosuil')).status).toBe(200)
    expect((await write('sanne', 'Zilvervos, later', 1)).status).toBe(200)
    expect(await read('sanne')).toEqual({ text: 'Zilvervos, later', revision: 2 })
    expect(await read('milan')).toEqual({ text: 'Bosuil', revision: 1 })
  })

  test('one of two devices that write the same note is told, also when both are the first', async () => {
    const firsts = await Promise.all([write('sanne', 'een'), write('sanne', 'twee')])
    expect(firsts.map(({ status }) => status).sort()).toEqual([200, 409])
    const seconds = await Promise.all([write('sanne', 'drie', 1), write('sanne', 'vier', 1)])
    expect(seconds.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await write('sanne', 'vijf', 9)).body.type).toBe('urn:groei:problem:changed-meanwhile')
  })

  test('strangers are refused, and so is a malformed or oversized note', async () => {
    await write('sanne', 'Zilvervos')
    for (const stranger of ['tom', 'noor']) {
      expect((await tenant.as(stranger)('GET', path())).status).toBe(404)
      expect((await write(stranger, 'x')).status).toBe(404)
    }
    expect((await tenant.request(path())).status).toBe(401)
    const foreign = await tenant.token('eva@elsewhere.example', 'api')
    expect((await tenant.request(path(), { token: foreign })).status).toBe(401)
    const bodies = [
      {},
      { text: 'x', revision: -1 },
      { text: 'x'.repeat(textLimits.privateNote + 1), revision: 0 },
      { text: { $ne: '' }, revision: 0 },
      { text: 'x', revision: 0, oid: 'y' },
    ]
    for (const body of bodies) expect((await tenant.as('sanne')('PUT', path(), body)).status).toBe(400)
    expect((await write('milan', 'x'.repeat(textLimits.privateNote))).status).toBe(200)
  })

  test('a private note appears in nothing that the other person reads, nor as plain text in the database', async () => {
    await write('sanne', 'Kwartelei')
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    const summary = await tenant.as('sanne')<Summary>(
      'GET',
      `/api/conversations/${conversation.id}/summary?scope=summary-and-commitments`,
    )
    const opened = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    const { content } = await tenant.invite('milan', meetings[0]!.iCalUId)
    const auditLog = await tenant.as('milan')<AuditPage>('GET', `/api/pairs/${conversation.pair.id}/audit`)
    const theirs = await tenant.as('milan')<MyData>('GET', '/api/me/data')
    const mine = await tenant.as('sanne')<MyData>('GET', '/api/me/data')
    expect(JSON.stringify(mine.body)).toContain('Kwartelei')
    const seen = [summary.body, opened.body, content, auditLog.body, theirs.body, await tenant.stored()]
    for (const one of seen) expect(JSON.stringify(one)).not.toContain('Kwartelei')
    expect(JSON.stringify(auditLog.body)).not.toContain('note"')
    expect(theirs.body.pairs[0]!.conversations.map(({ myNotes }) => myNotes)).not.toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('Zilvervos') as string }),
    )
  })

  test('a private note of an ended pair can be removed by its author and by nobody else', async () => {
    await write('sanne', 'Zilvervos')
    await write('milan', 'Bosuil')
    await tenant.as('milan')('POST', `/api/pairs/${conversation.pair.id}/end`)
    for (const stranger of ['tom', 'noor'])
      expect((await tenant.as(stranger)('DELETE', path())).status).toBe(404)
    for (let again = 0; again < 2; again += 1)
      expect((await tenant.as('milan')('DELETE', path())).status).toBe(204)
    expect(await read('milan')).toEqual({ text: '', revision: 0 })
    expect(await read('sanne')).toEqual({ text: 'Zilvervos', revision: 1 })
    const { body } = await tenant.as('milan')<MyData>('GET', '/api/me/data')
    const conversations = body.pairs.flatMap((one) => one.conversations)
    expect(conversations.find(({ start }) => start === conversation.meeting.start)).toMatchObject({
      myNotes: null,
    })
  })
})
