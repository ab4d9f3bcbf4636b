import { afterEach, beforeEach, describe, expect } from 'vitest'
import * as Y from 'yjs'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { commitmentSpec } from '../../server/commitment/collection.ts'
import { changedMessage, putBackMessage, refusedMessage } from '../../server/contract/live.ts'
import { fieldText, itemName } from '../../server/contract/live-fields.ts'
import { notesSpec } from '../../server/conversation/collection.ts'
import { chatOf } from '../support/chats.ts'
import type { Meeting } from '../support/conversations.ts'
import { liveItem, stored } from '../support/live-items.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let made: Conversation
let conversation: Conversation
let id: string
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})
beforeEach(async () => {
  // Each test has a commitment of its own, and the conversation after the one that made it.
  meetings = await tenant.meetings('sanne', 'Milan')
  made = await tenant.conversation('sanne', 'milan', meetings.shift()!)
  id = await tenant.commit('milan', made.id, 'Vaker bellen')
  conversation = await next()
})
afterEach(async () => {
  await tenant.leave()
  // The next test makes its own in this conversation.
  for (const one of (await read()).commitments)
    await tenant.as('milan')('DELETE', `/api/conversations/${conversation.id}/commitments/${one.id}`)
})
async function next() {
  const meeting = meetings.shift()!
  await tenant.moveTo(meeting.start)
  return tenant.conversation('sanne', 'milan', meeting)
}
const join = (user: string, of = conversation) => tenant.join(0, user, of.id)
const read = async (of = conversation) =>
  (await tenant.as('sanne')<Conversation>('GET', `/api/conversations/${of.id}`)).body
const followed = async (of = conversation): Promise<Commitment> =>
  (await read(of)).followUps.find((one) => one.id === id)!
const told = async () =>
  (
    await tenant.as('sanne')<{ events: { who: string; what: string }[] }>(
      'GET',
      `/api/pairs/${conversation.pair.id}/audit`,
    )
  ).body

describe('a follow-up in the live document', () => {
  test('what both type and choose is there for both at once, and stored for everybody else', async () => {
    const [sanne, milan] = [await join('sanne'), await join('milan')]
    const [hers, his] = [
      liveItem(sanne, 'follow-up', id, 'coach'),
      liveItem(milan, 'follow-up', id, 'employee'),
    ]
    expect(String(his.text('what'))).toBe('Vaker bellen')
    expect(his.chosen('outcome')).toBeNull()
    his.text('tried').insert(0, 'Twee keer gebeld. ')
    hers.text('tried').insert(0, 'Goed gesprek. ')
    his.choose('outcome', 'done')
    await until(async () => (hers.chosen('outcome')?.by === 'employee' ? true : null))
    const both = await until(async () => {
      const [a, b] = [String(hers.text('tried')), String(his.text('tried'))]
      return a === b && a.length > 30 ? a : null
    })
    await Promise.all([stored(sanne), stored(milan)])
    expect(await followed()).toMatchObject({
      status: 'done',
      followUps: [{ tried: both.trim(), outcome: 'done', next: '' }],
    })
    await until(async () => (sanne.messages.includes(changedMessage) ? true : null))
  })

  test('text without an outcome is stored, and the commitment stays open', async () => {
    const milan = await join('milan')
    liveItem(milan, 'follow-up', id, 'employee').text('tried').insert(0, 'Nog niets')
    await stored(milan)
    expect(await followed()).toMatchObject({
      status: 'open',
      followUps: [{ tried: 'Nog niets', outcome: null, by: 'employee' }],
    })
    const item = liveItem(milan, 'follow-up', id, 'employee')
    item.text('tried').delete(0, 9)
    await stored(milan)
    expect((await followed()).followUps).toEqual([])
  })

  test('whoever says that the other chose is named themselves', async () => {
    const [sanne, milan] = [await join('sanne'), await join('milan')]
    liveItem(milan, 'follow-up', id, 'employee').choose('outcome', 'dropped', 'coach')
    const hers = liveItem(sanne, 'follow-up', id, 'coach')
    await until(async () => (hers.chosen('outcome')?.by === 'employee' ? true : null))
    await stored(milan)
    expect((await followed()).followUps).toMatchObject([{ outcome: 'dropped', why: '', by: 'employee' }])
  })

  test('another wording and day are stored with the old ones, and an emptied wording changes nothing', async () => {
    const milan = await join('milan')
    const item = liveItem(milan, 'follow-up', id, 'employee')
    item.text('what').delete(0, item.text('what').length)
    await stored(milan)
    expect(await followed()).toMatchObject({ what: 'Vaker bellen', followUps: [] })
    item.text('what').insert(0, 'Elke vrijdag bellen')
    item.choose('due', '2026-06-26')
    await stored(milan)
    expect(await followed()).toMatchObject({
      what: 'Elke vrijdag bellen',
      due: '2026-06-26',
      followUps: [{ reshapedFrom: { what: 'Vaker bellen', due: '2026-06-08' }, outcome: null }],
    })
  })

  test('an answer in the chat comes into the document, and wins by being later', async () => {
    const milan = await join('milan')
    const item = liveItem(milan, 'follow-up', id, 'employee')
    item.choose('outcome', 'open')
    item.choose('due', '2026-06-26')
    await stored(milan)
    await tenant.as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
    const chat = chatOf(tenant, 'milan')
    await until(async () => ((await chat.cards()).length > 0 ? true : null))
    const [card] = await chat.cards()
    await chat.press(card!.id, 'date', { commitmentId: id, date: '2026-08-01' })
    await until(async () => (item.chosen('due')?.value === '2026-08-01' ? true : null))
    await chat.press(card!.id, 'done', { commitmentId: id })
    await until(async () => (item.chosen('outcome')?.value === 'done' ? true : null))
    expect(await followed()).toMatchObject({ status: 'done', due: '2026-08-01' })
    item.choose('outcome', 'open')
    await stored(milan)
    expect(await followed()).toMatchObject({ status: 'open', due: '2026-08-01' })
  })

  test('once a later conversation came back to it, what is typed is put back and the page is told why', async () => {
    const milan = await join('milan')
    const item = liveItem(milan, 'follow-up', id, 'employee')
    item.text('tried').insert(0, 'Gebeld')
    await stored(milan)
    const later = await next()
    const there = await join('milan', later)
    liveItem(there, 'follow-up', id, 'employee').choose('outcome', 'open')
    await stored(there)
    item.text('tried').insert(0, 'Te laat ')
    await until(async () => (milan.messages.includes(putBackMessage('carried-over', id)) ? true : null))
    await until(async () => (String(item.text('tried')) === 'Gebeld' ? true : null))
    expect((await followed()).followUps).toMatchObject([{ tried: 'Gebeld' }])
  })

  test('a commitment that is not followed up here, and a root of nobody’s, are refused', async () => {
    for (const name of [fieldText('follow-up', crypto.randomUUID(), 'tried'), itemName('follow-up', 'x')]) {
      const milan = await join('milan')
      const refused = new Promise((resolve) => milan.provider.on('disconnect', resolve))
      milan.provider.document.getText(name).insert(0, 'x')
      await Promise.race([
        refused,
        until(async () => (milan.messages.includes(refusedMessage) ? true : null)),
      ])
      await tenant.leave()
    }
    const kept = await (await tenant.database().collection(notesSpec)).findOne({ _id: conversation.id })
    const document = new Y.Doc()
    Y.applyUpdate(document, kept!.document.buffer)
    expect([...document.share.keys()].filter((name) => !name.includes(id))).toEqual(
      [...document.share.keys()].filter((name) => name.startsWith('follow-up:') && !name.includes(id)),
    )
  })

  test('a stored follow-up opens with everything in it, once on two looks, and the log names who changed it', async () => {
    const collection = await tenant.database().collection(commitmentSpec)
    const said = { tried: 'Gebeld', next: 'Vrijdag', why: '' }
    const followUp = {
      ...{ ...said, obstacle: 'Druk', outcome: 'open' as const, reshapedFrom: null, by: 'coach' as const },
      ...{ conversationId: conversation.id, start: new Date(conversation.meeting.start), at: new Date() },
    }
    await collection.updateOne({ _id: id }, { $set: { followUps: [followUp] }, $inc: { revision: 1 } })
    const [sanne, milan] = await Promise.all([join('sanne'), join('milan')])
    for (const one of [sanne, milan]) {
      const item = liveItem(one, 'follow-up', id, 'coach')
      expect([String(item.text('tried')), String(item.text('next')), String(item.text('obstacle'))]).toEqual([
        'Gebeld',
        'Vrijdag',
        'Druk',
      ])
      expect(item.chosen('outcome')).toEqual({ value: 'open', by: 'server' })
    }
    liveItem(milan, 'follow-up', id, 'employee').text('next').insert(7, ' om vier uur')
    await stored(milan)
    expect((await followed()).followUps).toMatchObject([
      { ...said, obstacle: 'Druk', next: 'Vrijdag om vier uur', by: 'employee' },
    ])
    expect(JSON.stringify(await told())).toContain('followed-up')
  })
})

describe('a commitment in the live document', () => {
  test('it is stored once it has a word, follows what is typed, and goes and comes back', async () => {
    const milan = await join('milan')
    const mine = crypto.randomUUID()
    const item = liveItem(milan, 'commitment', mine, 'employee')
    const listed = async () => (await read()).commitments.find((one) => one.id === mine)
    item.choose('due', '2026-06-20')
    await stored(milan)
    expect(await listed()).toBeUndefined()
    item.text('what').insert(0, 'Twee dagdelen ')
    await stored(milan)
    expect(await listed()).toMatchObject({ what: 'Twee dagdelen', due: '2026-06-20', owner: 'employee' })
    item.text('what').insert(14, 'blokkeren')
    item.text('criterion').insert(0, 'Niet verschoven')
    item.choose('owner', 'coach')
    await stored(milan)
    const whole = { what: 'Twee dagdelen blokkeren', criterion: 'Niet verschoven', owner: 'coach' }
    expect(await listed()).toMatchObject(whole)
    item.choose('removed', 'yes')
    await stored(milan)
    expect(await listed()).toBeUndefined()
    item.choose('removed', 'no')
    await stored(milan)
    expect(await listed()).toMatchObject(whole)
  })

  test('one more than the template has room for is put back, and the page is told why', async () => {
    const milan = await join('milan')
    const ids = [1, 2, 3].map(() => crypto.randomUUID())
    for (const one of ids) {
      liveItem(milan, 'commitment', one, 'employee').text('what').insert(0, 'Bellen')
      await stored(milan)
    }
    const message = putBackMessage('commitment-limit', ids[2]!)
    await until(async () => (milan.messages.includes(message) ? true : null))
    const last = liveItem(milan, 'commitment', ids[2]!, 'employee')
    await until(async () => (String(last.text('what')) === '' ? true : null))
    expect((await read()).commitments.map((one) => one.id)).toEqual(ids.slice(0, 2))
  })

  test('the summary waits for what was typed a moment ago, and so does finishing', async () => {
    const milan = await join('milan')
    liveItem(milan, 'commitment', crypto.randomUUID(), 'employee').text('what').insert(0, 'Net getypt')
    // The server has it, and may not have stored it.
    await until(async () => (milan.provider.hasUnsyncedChanges ? null : true))
    const { body } = await tenant.as('sanne')<Summary>(
      'GET',
      `/api/conversations/${conversation.id}/summary?scope=commitments-only`,
    )
    expect(body.commitments.map((one) => one.what)).toContain('Net getypt')
    expect((await tenant.finish('sanne', conversation.id)).status).toBe(200)
  })

  test('commitments from before open with everything in them', async () => {
    const mine = await tenant.commit('milan', conversation.id, 'Van vroeger')
    await (await tenant.database().collection(notesSpec)).deleteMany({ _id: conversation.id })
    await tenant.launched.stop()
    await tenant.launched.startProduct()
    const milan = await join('milan')
    const item = liveItem(milan, 'commitment', mine, 'employee')
    expect([String(item.text('what')), item.chosen('due')?.value, item.chosen('owner')?.value]).toEqual([
      'Van vroeger',
      '2026-06-08',
      'employee',
    ])
    item.text('what').insert(11, ' en nu')
    await stored(milan)
    expect((await read()).commitments).toMatchObject([
      { what: 'Van vroeger en nu', criterion: 'Niet verschoven' },
    ])
  })

  test('no more commitments than a document may hold are taken', async () => {
    const milan = await join('milan')
    for (let at = 0; at < 25; at += 1)
      milan.provider.document.getText(fieldText('commitment', crypto.randomUUID(), 'what')).insert(0, 'x')
    await until(async () => (milan.messages.includes(refusedMessage) ? true : null))
  })
})
