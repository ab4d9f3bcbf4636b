import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FeedbackAnswer } from '../../server/contract/feedback.ts'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import type { PersonSettings } from '../../server/contract/person.ts'
import { getTenantSettings, type TenantSettings } from '../../server/contract/tenant-settings.ts'
import { reminderSpec } from '../../server/reminder/collection.ts'
import { chatOf, wordsOf } from '../support/chats.ts'
import { sections, type Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

const { path } = getTenantSettings

let tenant: Tenant
let first: Meeting
let second: Meeting
let conversation: Conversation
beforeEach(async () => {
  tenant = await startTenant()
  ;[first, second] = (await tenant.meetings('sanne', 'Milan')) as [Meeting, Meeting]
  conversation = await tenant.conversation('sanne', 'milan', first)
})
afterEach(() => tenant.close())

const change = (body: object, user = 'noor') => tenant.as(user)<TenantSettings>('PUT', path, body)
const ofConversation = (rest: string) => `/api/conversations/${conversation.id}${rest}`
const switchedOff = [403, 'urn:groei:problem:switched-off']

describe('parts that an admin can switch off', () => {
  test('every part is on at first, and only an admin can switch off one without the others', async () => {
    const on = { reminders: true, ratings: true, summaries: true }
    expect((await tenant.as('milan')<TenantSettings>('GET', path)).body).toMatchObject(on)
    expect((await change({ ratings: false }, 'sanne')).status).toBe(403)
    for (const wrong of [{ ratings: 'no' }, { ratings: null }, { insights: true }, { off: ['ratings'] }])
      expect((await change(wrong)).status).toBe(400)
    // Two admins, or one on two devices.
    const all = await Promise.all([change({ ratings: false }), change({ reminders: false })])
    expect(all.map(({ status }) => status)).toEqual([200, 200])
    expect((await tenant.as('milan')<TenantSettings>('GET', path)).body).toMatchObject({
      reminders: false,
      ratings: false,
      summaries: true,
    })
  })

  test('ratings that are switched off can be neither given nor read, and are back once switched on', async () => {
    const rate = (user: string, value: number) =>
      tenant.as(user)<FeedbackAnswer>('PUT', ofConversation('/rating'), { value, showEachOther: true })
    const read = async (user: string) =>
      (await tenant.as(user)<FeedbackAnswer>('GET', ofConversation('/feedback'))).body
    await rate('sanne', 4)
    await rate('milan', 3)
    await change({ ratings: false })
    const refused = await rate('milan', 5)
    expect([refused.status, refused.body.type]).toEqual(switchedOff)
    const reflection = { talked: 40, asked: 7, listened: 8, summarised: null, frames: 9, revision: 0 }
    const written = await tenant.as('sanne')<FeedbackAnswer>('PUT', ofConversation('/reflection'), reflection)
    expect(written.body).toMatchObject({ reflection: { talked: 40 }, rating: null, theirRating: null })
    expect(await read('milan')).toEqual({ reflection: null, rating: null, theirRating: null, ratings: false })
    // It is kept about them, so they can see that it is.
    const kept = (await tenant.as('milan')<MyData>('GET', '/api/me/data')).body
    expect(JSON.stringify(kept)).toContain('"theirRating":4')
    await change({ ratings: true })
    expect(await read('milan')).toMatchObject({ rating: { value: 3 }, theirRating: 4, ratings: true })
  })

  test('summaries that are switched off leave only commitments to share and to put into the invite', async () => {
    const full = 'summary-and-commitments'
    const summary = (scope: string) =>
      tenant.as('sanne')<Summary>('GET', ofConversation(`/summary?scope=${scope}`))
    const read = async () => (await tenant.as('sanne')<Conversation>('GET', ofConversation(''))).body
    expect((await read()).scopes).toEqual([full, 'commitments-only'])
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    const { fingerprint } = (await summary(full)).body
    await change({ summaries: false })
    expect((await read()).scopes).toEqual(['commitments-only'])
    const asked = await summary(full)
    expect([asked.status, asked.body.type]).toEqual(switchedOff)
    // Whoever had the screen open since before.
    const late = await tenant.as('sanne')('POST', ofConversation('/finish'), { scope: full, fingerprint })
    expect([late.status, late.body.type]).toEqual(switchedOff)
    expect((await read()).state).toBe('open')
    const only = (await summary('commitments-only')).body
    const finished = await tenant.as('sanne')<Conversation>('POST', ofConversation('/finish'), {
      scope: 'commitments-only',
      fingerprint: only.fingerprint,
    })
    expect(finished.body).toMatchObject({ state: 'finished', scopes: ['commitments-only'] })
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    const { content } = await tenant.invite('sanne', second.iCalUId)
    expect([sections(content), content.includes('Elke dag een uur')]).toEqual([1, true])
    // What the two had no choice in is not remembered as theirs.
    await change({ summaries: true })
    expect((await read()).pair.scope).toBe(full)
  })

  test('the bot sends no reminders while they are off, and still answers and tells of a deletion', async () => {
    const milan = chatOf(tenant, 'milan')
    const here = (user: string) =>
      tenant.as(user)<PersonSettings>('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, 'nl')
    expect((await here('milan')).body.remindersOff).toBe(false)
    await milan.heard('Hallo')
    await tenant.commit('milan', conversation.id, 'Vandaag bellen')
    await change({ reminders: false })
    expect((await here('milan')).body.remindersOff).toBe(true)
    await tenant.moveTo('2026-06-08T07:00:00Z')
    await here('milan')
    const asked = await milan.ask('afspraken')
    expect(wordsOf(asked.card)).toContain('Vandaag bellen')
    await tenant.as('sanne')('DELETE', `/api/pairs/${conversation.pair.id}`)
    // Whoever asks for deletion does not wake the reminders, and a clock that moves does.
    await tenant.moveTo('2026-06-08T07:01:00Z')
    await milan.heard('Sanne de Vries heeft gevraagd')
    const words = (await milan.cards()).map(({ card }) => wordsOf(card))
    expect(words.filter((one) => /Bijna zover|Vandaag\n|Je spreekt/.test(one))).toEqual([])
  })

  test('reminders that came due while they were off are not made up for, and later ones are sent', async () => {
    const milan = chatOf(tenant, 'milan')
    const here = () => tenant.as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, 'nl')
    await here()
    await milan.heard('Hallo')
    await tenant.commit('milan', conversation.id, 'Vandaag bellen')
    await change({ reminders: false })
    await tenant.moveTo('2026-06-05T07:00:00Z')
    await here()
    const reminders = await tenant.database().collection(reminderSpec)
    await until(async () => {
      const planned = await reminders.find({ pairId: conversation.pair.id }).toArray()
      return planned.some(({ ended }) => ended === 'silenced') ? true : null
    })
    await change({ reminders: true })
    await tenant.moveTo('2026-06-08T07:00:00Z')
    await here()
    await milan.heard('Vandaag')
    const words = (await milan.cards()).map(({ card }) => wordsOf(card))
    expect(words.filter((one) => one.includes('Bijna zover'))).toEqual([])
  })
})
