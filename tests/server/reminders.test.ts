import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { PersonSettings } from '../../server/contract/person.ts'
import { chatOf, wordsOf } from '../support/chats.ts'
import { commitment, type Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

let tenant: Tenant
let first: Meeting
let second: Meeting
let conversation: Conversation
const here = (user: string) =>
  tenant.as(user)<PersonSettings>('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, 'nl')
const milan = () => chatOf(tenant, 'milan')
const sanne = () => chatOf(tenant, 'sanne')

beforeEach(async () => {
  // Each test has a tenant of its own, on its first morning.
  tenant = await startTenant()
  ;[first, second] = (await tenant.meetings('sanne', 'Milan')) as [Meeting, Meeting]
  conversation = await tenant.conversation('sanne', 'milan', first)
  for (const [user, chat] of [
    ['sanne', sanne()],
    ['milan', milan()],
  ] as const) {
    await here(user)
    await chat.heard('Hallo')
  }
})
afterEach(() => tenant.close())
/** Reminders so far: everything but the welcome. */
const reminders = async (chat = milan()) =>
  (await chat.cards()).map((one) => wordsOf(one.card)).filter((words) => !words.includes('Hallo'))
const at = (instant: string) => tenant.moveTo(instant)
const commit = (what: string, due: string | null, id: string = crypto.randomUUID()) =>
  tenant.as('milan')(
    'PUT',
    `/api/conversations/${conversation.id}/commitments/${id}`,
    commitment({ what, due }),
  )

describe('reminders', () => {
  test('a commitment comes up on the working day before and on the day, and not again once it is done', async () => {
    await commit('Blokken plannen', '2026-06-08')
    await at('2026-06-05T06:59:00Z')
    await at('2026-06-05T07:00:00Z')
    await milan().heard('Maandag: \nBlokken plannen')
    await at('2026-06-08T07:00:00Z')
    const today = await milan().heard('Vandaag: \nBlokken plannen')
    expect(wordsOf(today.card)).toContain('Gelukt als: \nNiet verschoven')
    const { commitments } = (
      await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    ).body
    await milan().press(today.id, 'done', { commitmentId: commitments[0]!.id })
    await at('2026-06-10T12:00:00Z')
    // The next thing that comes shows that the late one did not.
    await commit('Iets nieuws', '2026-06-12')
    await at('2026-06-11T07:00:00Z')
    await milan().heard('Iets nieuws')
    expect((await reminders()).filter((words) => words.includes('Nog open'))).toEqual([])
    expect(await reminders(sanne())).toEqual([])
  })

  test('a reminder follows a changed due date, and commitments due together come in one digest', async () => {
    const id = crypto.randomUUID()
    await commit('Verzoeken bundelen', '2026-06-05', id)
    await commit('Verzoeken bundelen', '2026-06-10', id)
    await commit('Team vertellen', '2026-06-10')
    await at('2026-06-04T12:00:00Z')
    await at('2026-06-09T07:00:00Z')
    const digest = await milan().heard('2 dingen wachten op je')
    expect(await reminders()).toHaveLength(1)
    for (const what of ['Verzoeken bundelen', 'Team vertellen']) expect(wordsOf(digest.card)).toContain(what)
    // Each is done in its place; what waits and what was done stay in the same message.
    const done = { commitmentId: id, list: 'digest' }
    const opened = await milan().press(digest.id, 'done', done)
    const words = wordsOf(opened.messages.find((one) => one.id === digest.id)!.card)
    expect(words).toMatch(/1 ding wacht op je[^]*Morgen: Team vertellen[^]*Gedaan: Verzoeken bundelen/)
    // Whoever has another message than one of Groei's gets the commitment by itself.
    const stray = await milan().press('nowhere', 'done', done)
    expect(stray.answer?.statusCode).toBe(200)
  })

  test('a person who has not prepared is asked to, and both read what was agreed after the meeting', async () => {
    await commit('Twee ochtenden vrij', '2026-07-01')
    await tenant.moveTo(first.start)
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    // The conversation is still on.
    await here('milan')
    expect(await reminders()).toEqual([])
    await at('2026-06-02T09:06:00Z')
    await milan().heard('Jij en Sanne spraken af[^]*Twee ochtenden vrij')
    await sanne().heard('Jij en Milan spraken af')

    const next = await tenant.conversation('sanne', 'milan', second)
    await tenant.as('sanne')('PUT', `/api/conversations/${next.id}/preparation`, {
      topics: ['Vakantie'],
      note: '',
      shared: true,
      revision: 0,
    })
    await at('2026-06-08T07:00:00Z')
    const asked = await milan().heard('Morgen 10:30: Sanne')
    expect(wordsOf(asked.card)).toContain('Sanne deelde al onderwerpen')
    expect(wordsOf(asked.card)).not.toContain('Vakantie')
    expect((await reminders(sanne())).filter((words) => words.includes('10:30: Milan'))).toEqual([])
    // A topic that is typed in the card is a draft: nobody else sees it, and it is there once.
    for (const topic of ['', ' Opleiding ', 'Opleiding'])
      await milan().press(asked.id, 'topic', { conversationId: next.id, topic })
    const open = async (user: string) =>
      (await tenant.as(user)<Conversation>('GET', `/api/conversations/${next.id}`)).body.preparation
    expect((await open('milan')).mine).toMatchObject({ topics: ['Opleiding'], shared: false })
    expect((await open('sanne')).theirs).toBeNull()
    // What is shared is not added to by a tap: the other would read it at once.
    const mine = { topics: ['Opleiding'], note: '', shared: true, revision: 1 }
    await tenant.as('milan')('PUT', `/api/conversations/${next.id}/preparation`, mine)
    await milan().press(asked.id, 'topic', { conversationId: next.id, topic: 'Nog iets' })
    expect((await open('sanne')).theirs?.topics).toEqual(['Opleiding'])
    // Nobody else's conversation is prepared by a made-up tap.
    await chatOf(tenant, 'aylin').press(asked.id, 'topic', { conversationId: next.id, topic: 'Van Aylin' })
    expect((await open('milan')).mine?.topics).toEqual(['Opleiding'])
    // Enough of that: one tap, and it is in the settings.
    await milan().press(asked.id, 'silence', { topic: 'preparation' })
    expect((await here('milan')).body.reminders.silenced).toEqual(['preparation'])
  })

  test('the organiser of an invite that waits is told so, and what to do', async () => {
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', method: 'PATCH', status: 403, code: 'ErrorAccessDenied' }],
    })
    await commit('Iets', null)
    await tenant.moveTo(first.start)
    await tenant.finish('milan', conversation.id)
    await tenant.publication('sanne', conversation.id, (one) => one?.reason === 'microsoft-refused')
    await at('2026-06-02T09:06:00Z')
    await sanne().heard('Jij en Milan spraken af')
    await at('2026-06-02T11:00:00Z')
    await sanne().heard('Nog niet in de uitnodiging[^]*Vraag je beheerder')
    expect((await reminders()).filter((words) => words.includes('Nog niet in de uitnodiging'))).toEqual([])
    await tenant.sandbox('DELETE', 'faults')
  })

  test('a person gets nothing in the evening, and nothing after blocking the bot, as the settings say', async () => {
    await commit('Rust', '2026-06-08')
    await milan().block(true)
    await at('2026-06-05T18:00:00Z')
    await at('2026-06-08T07:30:00Z')
    await until(async () => ((await here('milan')).body.chat === 'blocked' ? true : null))
    expect(await reminders()).toEqual([])
    // Who comes back and writes is there again.
    await milan().block(false)
    await milan().ask('mijn afspraken')
    expect((await here('milan')).body.chat).toBe('installed')
  })

  test('a connector that fails for a while delays a reminder and loses none', async () => {
    await tenant.sandbox('POST', 'faults', {
      faults: [
        { service: 'bot', method: 'POST', status: 502, times: 1 },
        { service: 'bot', method: 'POST', status: 429, retryAfter: 1, times: 1 },
      ],
    })
    await commit('Volhouden', '2026-06-08')
    await tenant.sandbox('DELETE', 'calls')
    /** Waits until the connector has answered so often. @returns with what */
    const answers = (count: number) =>
      until(async () => {
        const { bot } = await tenant.sandbox<{ bot: { status: number }[] }>('GET', 'calls')
        return bot.length >= count ? bot.map(({ status }) => status) : null
      })
    await at('2026-06-05T07:00:00Z')
    await answers(1)
    await at('2026-06-05T07:01:00Z')
    await answers(2)
    await at('2026-06-05T07:02:00Z')
    await milan().heard('Volhouden')
    expect(await answers(3)).toEqual([502, 429, 201])
    expect(await reminders()).toHaveLength(1)
  })

  test('a meeting that is moved takes its reminder along', async () => {
    const next = await tenant.conversation('sanne', 'milan', second)
    const event = await tenant.invite('sanne', second.iCalUId)
    const moved = await fetch(`${tenant.url}/sandbox/graph/v1.0/me/events/${encodeURIComponent(event.id)}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${await tenant.token('sanne', 'graph')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        start: { dateTime: '2026-06-11T12:30:00', timeZone: 'UTC' },
        end: { dateTime: '2026-06-11T13:00:00', timeZone: 'UTC' },
      }),
    })
    expect(moved.status).toBe(200)
    const reference = { iCalUId: second.iCalUId, start: '2026-06-11T12:30:00Z' }
    const opened = await tenant.as('sanne')<{ conversation: Conversation }>(
      'POST',
      '/api/conversations',
      reference,
    )
    expect(opened.body.conversation.id).toBe(next.id)
    await at('2026-06-08T08:00:00Z')
    await at('2026-06-10T07:00:00Z')
    await milan().heard('Morgen 14:30: Sanne')
    expect(await reminders()).toHaveLength(1)
  })
})
