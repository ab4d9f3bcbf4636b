import { describe, expect } from 'vitest'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { PersonSettings } from '../../server/contract/person.ts'
import { chatOf, wordsOf } from '../support/chats.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let conversation: Conversation
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  meetings = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
})

const here = (user: string, language = 'nl') =>
  tenant.as(user)<PersonSettings>('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, language)
const commitments = async () =>
  (await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)).body.commitments

/** All that is due is done at once: whoever asks for deletion does not wake the reminders. */
const reflectionOn = async () =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + 60_000).toISOString())
const remove = async (id: string) => {
  await tenant.as('milan')('DELETE', `/api/conversations/${conversation.id}/commitments/${id}`)
}

describe('bot in the personal chat', () => {
  test('a person who opens Groei gets the bot, is welcomed once and is told what it can do', async () => {
    const milan = chatOf(tenant, 'milan')
    expect((await milan.read()).installed).toBe(false)
    await here('milan')
    await milan.heard('Hallo Milan!')
    expect((await here('milan')).body.chat).toBe('installed')
    await milan.install(false)
    expect((await here('milan')).body.chat).toBe('absent')
    await milan.install(true)
    expect((await milan.cards()).filter((one) => wordsOf(one.card).includes('Hallo Milan'))).toHaveLength(1)
    expect(wordsOf((await milan.ask('help')).card)).toContain('mijn afspraken: wat er van jou openstaat')
    expect(wordsOf((await milan.ask('wat?')).card)).toContain('Dat begrijp ik niet.')
  })

  test('the bot answers in the language in which Groei was opened', async () => {
    await here('aylin', 'en')
    const aylin = chatOf(tenant, 'aylin')
    await aylin.heard('Hello Aylin!')
    expect(wordsOf((await aylin.ask('my commitments')).card)).toContain('You have nothing open.')
  })

  test('a commitment that is answered in the chat changes everywhere, and a second tap changes nothing more', async () => {
    const milan = chatOf(tenant, 'milan')
    const id = await tenant.commit('milan', conversation.id, 'Verzoeken *bundelen* op woensdag')
    const list = await milan.ask('mijn afspraken')
    expect(wordsOf(list.card)).toContain('Verzoeken *bundelen* op woensdag')
    const shown = await milan.press(list.id, 'show', { commitmentId: id })
    const card = shown.messages.find((one) => one.id === list.id)!.card
    expect(wordsOf(card)).toContain('eerst: Vandaag inplannen')
    expect(card!.actions!.map((one) => [one['title'], one['mode'] ?? 'shown'])).toEqual([
      ['Gedaan', 'shown'],
      ['Hoe gaat het?', 'shown'],
      ['Andere dag', 'shown'],
      ['Meer', 'secondary'],
      ['Openen', 'secondary'],
      ['Hierover geen berichten meer', 'secondary'],
    ])

    await milan.press(list.id, 'progress', { commitmentId: id, progress: '  Dinsdag gelukt ' })
    await milan.press(list.id, 'progress', { commitmentId: id, progress: 'Dinsdag gelukt' })
    expect((await commitments())[0]).toMatchObject({ progress: [{ text: 'Dinsdag gelukt' }], status: 'open' })
    await milan.press(list.id, 'date', { commitmentId: id, date: '2026-06-12' })
    expect((await commitments())[0]).toMatchObject({ due: '2026-06-12' })

    const answers = await Promise.all([
      milan.press(list.id, 'done', { commitmentId: id }),
      milan.press(list.id, 'done', { commitmentId: id }),
    ])
    expect(answers.map((one) => one.answer?.statusCode)).toEqual([200, 200])
    expect((await commitments())[0]).toMatchObject({ status: 'done', progress: [{ text: 'Dinsdag gelukt' }] })
    const after = await milan.press(list.id, 'date', { commitmentId: id, date: '2026-06-20' })
    expect(wordsOf(after.messages.find((one) => one.id === list.id)!.card)).toContain('was al afgerond')
    expect((await commitments())[0]).toMatchObject({ due: '2026-06-12' })
  })

  test('reading in the chat is in the audit log once a day, and each answer by itself', async () => {
    const milan = chatOf(tenant, 'milan')
    const id = await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 86_400_000).toISOString())
    const auditLog = async () =>
      (await tenant.as('sanne')<AuditPage>('GET', `/api/pairs/${conversation.pair.id}/audit`)).body.entries
    const before = (await auditLog()).length
    const since = async () =>
      (await auditLog())
        .slice(0, -before)
        .flatMap(({ who, what }) => (what === 'opened' ? [] : [`${who} ${what}`]))
    const list = await milan.ask('mijn afspraken')
    await milan.press(list.id, 'show', { commitmentId: id })
    await milan.press(list.id, 'show', { commitmentId: id })
    expect(await since()).toEqual(['employee read-commitments'])
    await milan.press(list.id, 'progress', { commitmentId: id, progress: 'Maandag gelukt' })
    expect(await since()).toEqual(['employee answered-commitment', 'employee read-commitments'])
    await remove(id)
  })

  test('a line of progress can be corrected and removed by its author only', async () => {
    const milan = chatOf(tenant, 'milan')
    const id = await tenant.commit('milan', conversation.id, 'Wekelijks terugkijken')
    const list = await milan.ask('mijn afspraken')
    for (const progress of ['Ging over mijn ruk', 'Vrijdag'])
      await milan.press(list.id, 'progress', { commitmentId: id, progress })
    const lines = async () => (await commitments()).find((one) => one.id === id)!.progress
    const [first, second] = await lines()
    expect(await lines()).toMatchObject([{ by: 'employee' }, { by: 'employee' }])
    const at = (line: { at: string }, pair = conversation.pair.id) =>
      `/api/pairs/${pair}/commitments/${id}/progress/${line.at}`
    const put = (user: string, path: string, body: object) => tenant.as(user)<Commitment>('PUT', path, body)
    const corrected = { text: 'Ging over mijn rust', was: 'Ging over mijn ruk' }
    expect((await put('sanne', at(first!), corrected)).status).toBe(404)
    expect((await put('tom', at(first!), corrected)).status).toBe(404)
    for (const body of [{ text: ' ', was: 'x' }, { text: 'x' }, { text: 'x'.repeat(501), was: '' }])
      expect((await put('milan', at(first!), body)).status).toBe(400)
    expect((await put('milan', at({ at: 'gisteren' }), corrected)).status).toBe(400)
    expect((await put('milan', at({ at: '2026-01-01T00:00:00.000Z' }), corrected)).status).toBe(404)
    expect((await put('milan', at(first!), { text: 'x', was: 'iets anders' })).status).toBe(409)
    expect(await lines()).toEqual([first, second])

    const answers = await Promise.all([
      put('milan', at(first!), corrected),
      tenant.as('milan')('DELETE', at(second!)),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await lines()).toEqual([{ ...first, text: 'Ging over mijn rust' }])
    expect((await tenant.as('sanne')('DELETE', at(first!))).status).toBe(404)

    // It is somebody else's now: what Milan said of it stands.
    const { firstStep, due, criterion, ifThen, what } = (await commitments()).find((one) => one.id === id)!
    const given = { owner: 'coach', firstStep, due, criterion, ifThen, what }
    await tenant.as('milan')('PUT', `/api/conversations/${conversation.id}/commitments/${id}`, given)
    for (const user of ['milan', 'sanne'])
      expect((await tenant.as(user)('DELETE', at(first!))).status).toBe(404)
    expect(await lines()).toHaveLength(1)
    await remove(id)
  })

  test('a wrong answer, one by somebody else and one on a removed commitment get the present state', async () => {
    const id = await tenant.commit('milan', conversation.id, 'Rustig beginnen')
    await here('sanne')
    const [milan, sanne, aylin] = [chatOf(tenant, 'milan'), chatOf(tenant, 'sanne'), chatOf(tenant, 'aylin')]
    await sanne.heard('Hallo Sanne!')
    const press = async (chat: typeof milan, verb: string, more: object = {}) => {
      const [first] = await chat.cards()
      const { messages } = await chat.press(first!.id, verb, { commitmentId: id, ...more })
      return wordsOf(messages.find((one) => one.id === first!.id)!.card)
    }
    expect(await press(milan, 'progress', { progress: '   ' })).toContain('Schrijf eerst een regel.')
    expect(await press(milan, 'date', { date: '2026-05-01' })).toContain('Kies een datum vanaf vandaag.')
    expect(await press(milan, 'date', { date: { $gt: '' } })).toContain('Kies een datum vanaf vandaag.')
    expect(await press(sanne, 'done')).toContain('van iemand anders')
    expect(await press(aylin, 'done')).toContain('no longer exists')
    expect(await press(milan, 'done', { commitmentId: { $ne: '' } })).toContain('is er niet meer')
    expect(await press(milan, 'rm -rf')).toContain('Dit kan ik voor je doen')
    expect((await commitments()).find((one) => one.id === id)).toMatchObject({ status: 'open', revision: 1 })
    await tenant.as('milan')('DELETE', `/api/conversations/${conversation.id}/commitments/${id}`)
    expect(await press(milan, 'done')).toContain('is er niet meer')
  })

  test('a client that knows no Action.Execute changes the card by its fallback', async () => {
    const milan = chatOf(tenant, 'milan')
    const id = await tenant.commit('milan', conversation.id, 'Terugvallen')
    const list = await milan.ask('mijn afspraken')
    await milan.press(list.id, 'done', { commitmentId: id }, true)
    const changed = await until(async () => {
      const message = (await milan.cards()).find((one) => one.id === list.id)
      return wordsOf(message?.card ?? null).includes('Gedaan: Terugvallen') ? message : null
    })
    expect(changed?.id).toBe(list.id)
  })

  test('questions that come faster than a chat takes messages are all answered', async () => {
    const milan = chatOf(tenant, 'milan')
    const before = (await milan.cards()).length
    // Teams takes seven a second.
    await Promise.all(Array.from({ length: 12 }, () => milan.say('help')))
    await until(async () => ((await milan.cards()).length === before + 12 ? true : null))
  })

  test('a message without the service’s own token is refused, also with a person’s token for our API', async () => {
    // The SDK judges by the machine's clock: a person's token has to be in time by that, or it is refused for its age.
    const before = await tenant.now()
    await tenant.moveTo(new Date().toISOString())
    const person = await tenant.token('milan', 'api')
    await tenant.moveTo(before)
    const sent = (await chatOf(tenant, 'milan').cards()).length
    for (const authorization of [undefined, 'Bearer abc', `Bearer ${person}`, `bearer  ${person}`]) {
      const response = await fetch(`${tenant.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({
          type: 'message',
          text: 'help',
          channelId: 'msteams',
          serviceUrl: `${tenant.url}/sandbox/connector`,
          from: { id: 'x', aadObjectId: 'x' },
          recipient: { id: 'y' },
          conversation: { id: 'a:1', tenantId: tenant.launched.sandbox.tenantId },
        }),
      })
      expect([authorization?.slice(0, 12), response.status]).toEqual([authorization?.slice(0, 12), 401])
    }
    expect((await chatOf(tenant, 'milan').cards()).length).toBe(sent)
  })

  test('reminder settings are one’s own, are validated, and mute the topics that they name', async () => {
    const { body } = await here('milan')
    expect(body.reminders).toMatchObject({ from: '09:00', workingDays: [1, 2, 3, 4, 5], silenced: [] })
    const put = (more: object) =>
      tenant.as('milan')('PUT', '/api/settings/reminders', { ...body.reminders, ...more })
    for (const wrong of [
      { timeZone: 'Mars/Olympus' },
      { from: '17:00', until: '17:00' },
      { workingDays: [] },
      { silenced: ['all'] },
    ])
      expect([wrong, (await put(wrong)).status]).toEqual([wrong, 400])
    expect((await put({ from: '10:00', silenced: ['preparation'] })).status).toBe(200)
    expect(wordsOf((await chatOf(tenant, 'milan').ask('stop samenvatting')).card)).toContain('niets meer')
    expect((await here('milan')).body.reminders).toMatchObject({
      from: '10:00',
      silenced: ['preparation', 'after-conversation'],
    })
    expect((await put({ silenced: [] })).status).toBe(200)
  })

  test('working hours come from the mailbox where that is permitted, until the person chooses their own', async () => {
    const tom = await here('tom')
    expect(tom.body.reminders).toMatchObject({ from: '07:30', workingDays: [1, 2, 3, 4] })
    const chosen = { ...tom.body.reminders, from: '08:00' }
    await tenant.as('tom')('PUT', '/api/settings/reminders', chosen)
    expect((await here('tom')).body.reminders).toEqual(chosen)
    // Joris has not consented to anything: what is usual, by the zone of his browser.
    const joris = await tenant.as('joris')<PersonSettings>('PUT', '/api/me', { timeZone: 'Asia/Kathmandu' })
    expect(joris.body.reminders).toMatchObject({ from: '09:00', timeZone: 'Asia/Kathmandu' })
  })

  test('a person who muted everything still hears that the other asked for deletion, and how long they can read', async () => {
    const [other] = await tenant.meetings('sanne', 'Aylin')
    const { pair } = await tenant.conversation('sanne', 'aylin', other!)
    const { body } = await here('aylin')
    const silenced = ['preparation', 'commitments', 'after-conversation', 'publication']
    await tenant.as('aylin')('PUT', '/api/settings/reminders', {
      ...body.reminders,
      workingDays: [1, 2, 3, 4, 5, 6, 7],
      from: '00:00',
      until: '23:59',
      silenced,
    })
    expect((await tenant.as('sanne')('DELETE', `/api/pairs/${pair.id}`)).status).toBe(204)
    await reflectionOn()
    const aylin = chatOf(tenant, 'aylin')
    const { card } = await aylin.heard('Sanne de Vries heeft gevraagd jullie gesprekken te verwijderen')
    const due = new Date(Date.parse(await tenant.now()) + 30 * 86_400_000)
    const day = new Intl.DateTimeFormat('nl-NL', {
      day: 'numeric',
      month: 'long',
      timeZone: 'Europe/Amsterdam',
    })
    expect(wordsOf(card)).toContain(day.format(due))
    expect((await aylin.cards()).filter((one) => wordsOf(one.card).includes('heeft gevraagd'))).toHaveLength(
      1,
    )
  })
})
