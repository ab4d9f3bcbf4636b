import { afterEach, describe, expect } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import type { GraphCall, Meeting } from '../support/conversations.ts'
import { sectionsIn } from '../support/sections-in.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
let inInvites: ReturnType<typeof sectionsIn>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  calendar = changeCalendar(tenant)
  inInvites = sectionsIn(calendar)
})
afterEach(async () => {
  await tenant.sandbox('DELETE', 'faults')
  await tenant.sandbox('POST', 'notifications', { mode: 'prompt' })
})

const inInvite = async (user: string, meeting: { iCalUId: string }) => (await inInvites(user, meeting))[0]!
/** Until the section of a pair stands in this invite, and only there. */
const standsIn = (user: string, meeting: Meeting, ...elsewhere: Meeting[]) =>
  until(async () => {
    const [here, ...there] = await inInvites(user, meeting, ...elsewhere)
    return here === 1 && there.every((count) => count === 0) ? true : null
  })
const graphCalls = async () => {
  const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
  return calls.filter((one) => one.service === 'graph')
}
const subscribed = (user: string) =>
  until(async () => ((await calendar.subscriptions(user)).length === 1 ? true : null))

/** A pair that no other test has, each week at the same time: talked, committed, finished. */
async function finishedConversation(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const [first, second, third, fourth] = await tenant.meetings(coach, subject)
  const conversation = await tenant.conversation(coach, employee, first!)
  await subscribed(coach)
  await tenant.commit(employee, conversation.id, `Afspraak ${subject}`)
  await tenant.finish(coach, conversation.id)
  await tenant.publication(coach, conversation.id, (one) => one?.state === 'published')
  await standsIn(coach, second!, first!, third!, fourth!)
  return { conversation, first: first!, second: second!, third: third!, fourth: fourth! }
}

const minute = 60_000
const later = async (by: number) => tenant.moveTo(new Date(Date.parse(await tenant.now()) + by).toISOString())
const becomes = (eligibility: Conversation['eligibility'], user: string, conversationId: string) =>
  until(async () => {
    const { body } = await tenant.as(user)<Conversation>('GET', `/api/conversations/${conversationId}`)
    return body.eligibility === eligibility ? body : null
  })

/** Until the calendar was read again after our own last write in it: no notification of that comes later. */
async function inStep(user: string) {
  const last = (calls: GraphCall[], is: (one: GraphCall) => boolean) =>
    calls.findLastIndex((one) => one.user === `${user}@sandbox.example` && is(one))
  await until(async () => {
    const calls = await graphCalls()
    const written = last(calls, ({ method, path }) => method === 'PATCH' && path.includes('/events/'))
    return last(calls, ({ path }) => path.includes('/delta')) > written ? true : null
  })
}

/** A meeting is cancelled and we are not told of it. Then a day goes by. */
async function cancelledUnheard(user: string, meeting: Meeting) {
  await inStep(user)
  await tenant.sandbox('POST', 'notifications', { mode: 'lost' })
  await calendar.cancel(user, meeting)
  await later(25 * 60 * minute)
}

describe('calendar sync', () => {
  test('the section follows the next meeting by itself when meetings are cancelled, added and moved', async () => {
    const { second, third, fourth } = await finishedConversation('noor', 'aylin', 'Wandelen')
    await calendar.cancel('noor', second)
    await standsIn('aylin', third, fourth)
    // A conversation by hand, nearer.
    const nearer = await calendar.single('noor', 'aylin', 'Even tussendoor', '2026-06-05T12:00:00')
    await standsIn('aylin', nearer, third, fourth)
    // And put off, behind the next of the series.
    await calendar.move('noor', nearer, '2026-06-23T12:00:00')
    await standsIn('aylin', third, nearer, fourth)
  })

  test('a meeting to which others are invited gets no section until the two are alone in it again', async () => {
    const { second, third, fourth } = await finishedConversation('noor', 'tom', 'Met drieën')
    const conversation = await tenant.conversation('noor', 'tom', second)
    await calendar.invited('noor', second, 'tom', 'milan')
    await standsIn('noor', third, second, fourth)
    expect(await inInvite('milan', second)).toBe(0)
    await becomes('others-invited', 'tom', conversation.id)
    // Opened anew it is still theirs, and nobody else's.
    const opened = await tenant.as('noor')<OpenedConversation>(
      'POST',
      '/api/conversations',
      reference(second),
    )
    expect(opened.body).toMatchObject({
      kind: 'conversation',
      conversation: { eligibility: 'others-invited' },
    })
    const third1 = await tenant.as('milan')<OpenedConversation>(
      'POST',
      '/api/conversations',
      reference(second),
    )
    expect([third1.status, third1.body.type]).toEqual([422, 'urn:groei:problem:not-a-one-on-one'])

    // Finished meanwhile, it waits with that reason.
    await tenant.commit('tom', conversation.id, 'Onder ons')
    await tenant.finish('tom', conversation.id)
    await tenant.publication('tom', conversation.id, (one) => one?.reason === 'not-a-one-on-one')
    await calendar.invited('noor', second, 'tom')
    await tenant.publication('tom', conversation.id, (one) => one?.state === 'published')
    expect((await tenant.invite('noor', third.iCalUId)).content).toContain('Onder ons')
    await standsIn('noor', third, second, fourth)
  })

  test('a person who replaces the other in a meeting or a series gets no section', async () => {
    const { second, third } = await finishedConversation('noor', 'ines', 'Wie anders')
    const single = await calendar.single('noor', 'ines', 'Apart', '2026-06-05T12:00:00')
    await standsIn('noor', single, second)
    const [listed] = await tenant.meetings('noor', 'Apart')
    const apart = await tenant.conversation('noor', 'ines', listed!)
    await calendar.invited('noor', single, 'sanne')
    await standsIn('noor', second, single)
    await becomes('others-invited', 'ines', apart.id)
    const master = await calendar.masterOf('noor', second)
    await calendar.graph('noor', 'PATCH', master, {
      attendees: [{ type: 'required', emailAddress: { address: 'sanne@sandbox.example', name: 'Sanne' } }],
    })
    await until(async () => ((await inInvite('noor', second)) === 0 ? true : null))
    expect([await inInvite('sanne', second), await inInvite('sanne', third)]).toEqual([0, 0])
  })

  test.each([
    ['held', 'ines'],
    ['shuffled', 'grace'],
    ['twice', 'aylin'],
  ])('notifications that come %s lead to the same result', async (mode, other) => {
    const { second, third, fourth } = await finishedConversation('milan', other, `Zo ${mode}`)
    await tenant.sandbox('POST', 'notifications', { mode })
    await calendar.cancel('milan', second)
    const nearer = await calendar.single('milan', other, `Zo ${mode}`, '2026-06-08T12:00:00')
    await calendar.move('milan', nearer, '2026-06-23T12:00:00')
    await tenant.sandbox('POST', 'notifications/release')
    await standsIn('milan', third, nearer, fourth)
  })

  test('a delta link that Graph no longer knows starts a new delta sync pass, whatever its status', async () => {
    const { second, third } = await finishedConversation('sanne', 'grace', 'Van voren af aan')
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', path: 'deltatoken', status: 400, code: 'SyncStateNotFound' }],
    })
    await calendar.cancel('sanne', second)
    await standsIn('sanne', third)
  })

  test('the section goes on to a series of the other organiser when the first series is shortened', async () => {
    const { second } = await finishedConversation('tom', 'aylin', 'Nieuwe reeks')
    await calendar.end('tom', second, 1)
    await until(async () => ((await inInviteOrGone('tom', second)) ? null : true))
    const [next] = await (async () => {
      await calendar.series('aylin', 'tom', 'Van de ander', '2026-06-04T06:00:00')
      return tenant.meetings('aylin', 'Van de ander')
    })()
    // Aylin is signed in: her calendar is written to, by her own token.
    await standsIn('aylin', next!)
  })

  const reference = (meeting: Meeting) => ({ iCalUId: meeting.iCalUId, start: meeting.start })
  const inInviteOrGone = async (user: string, meeting: Meeting) =>
    inInvite(user, meeting).catch((error: Error) => {
      if (error.message === 'no such invite') return 0
      throw error
    })

  test('a subscription is renewed, made anew once removed, and what changed during a week away is made up for', async () => {
    const { second } = await finishedConversation('tom', 'ines', 'Een week weg')
    const [before] = await calendar.subscriptions('tom')
    await tenant.sandbox('POST', 'notifications/lifecycle', {
      event: 'subscriptionRemoved',
      user: 'tom@sandbox.example',
    })
    const anew = await until(async () => {
      const [one] = await calendar.subscriptions('tom')
      return one && one.id !== before!.id ? one : null
    })
    // Told every few minutes that it wants to be authorised anew, it is the same one.
    for (const event of ['reauthorizationRequired', 'reauthorizationRequired', 'reauthorizationRequired']) {
      await tenant.sandbox('DELETE', 'calls')
      await tenant.sandbox('POST', 'notifications/lifecycle', { event, user: 'tom@sandbox.example' })
      await until(async () => {
        const renewals = (await graphCalls()).filter(
          (one) => one.method === 'PATCH' && one.path.includes(anew.id),
        )
        return renewals.length > 0 ? true : null
      })
    }
    const [kept, ...others] = await calendar.subscriptions('tom')
    expect([kept!.id, others]).toEqual([anew.id, []])
    const later = new Date(Date.parse(kept!.expirationDateTime) - 24 * 60 * 60_000).toISOString()
    await tenant.launched.stop()
    await calendar.cancel('tom', second)
    await tenant.moveTo(later)
    await tenant.launched.startProduct()
    const renewed = await until(async () => {
      const [one] = await calendar.subscriptions('tom')
      return one && one.expirationDateTime > kept!.expirationDateTime ? one : null
    })
    expect(renewed.id).toBe(anew.id)
    // What changed while nobody listened is made up for.
    const [next] = await tenant.meetings('tom', 'Een week weg')
    await standsIn('tom', next!)
    await tenant.launched.stop()
    await tenant.moveTo(new Date(Date.parse(renewed.expirationDateTime) + 60_000).toISOString())
    await tenant.launched.startProduct()
    await until(async () => {
      const [one] = await calendar.subscriptions('tom')
      return one && one.id !== renewed.id ? true : null
    })
  })

  test('a meeting stays the next one when the invited person removes their own copy of it', async () => {
    await calendar.series('grace', 'aylin', 'Eigen kopie')
    const [first, second] = await tenant.meetings('grace', 'Eigen kopie')
    const conversation = await tenant.conversation('grace', 'aylin', first!)
    const theirs = await calendar.single(
      'aylin',
      'grace',
      'Van Aylin',
      second!.start.replace('Z', '').slice(0, 11) + '05:00:00',
    )
    await calendar.remove('grace', theirs)
    await calendar.end('grace', first!, 1)
    await tenant.commit('aylin', conversation.id, 'Toch gevonden')
    await tenant.finish('grace', conversation.id)
    await standsIn('aylin', theirs)
  })

  test('the section goes on to a meeting of the other organiser while the first one is signed out', async () => {
    const { second } = await finishedConversation('grace', 'tom', 'Oude organisator')
    const window = new URLSearchParams({
      startDateTime: second.start,
      endDateTime: new Date(Date.parse(second.start) + 60_000).toISOString(),
      $select: 'iCalUId',
    })
    const { value } = await calendar.graph<{ value: { id: string; iCalUId: string }[] }>(
      'grace',
      'GET',
      `/me/calendarView?${window}`,
    )
    const old = value.find((one) => one.iCalUId === second.iCalUId)!.id
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', path: old, status: 401 }],
    })
    const nearer = await calendar.single(
      'tom',
      'grace',
      'Van de nieuwe',
      `${second.start.slice(0, 11)}05:00:00`,
    )
    await standsIn('tom', nearer)
  })

  test('a lost notification is made up for when somebody opens Groei a day later', async () => {
    const { first, second, third } = await finishedConversation('noor', 'milan', 'Verloren')
    await cancelledUnheard('noor', second)
    await tenant.conversation('noor', 'milan', first)
    await standsIn('noor', third)
  })

  test('a cancelled meeting whose notification was lost is found cancelled when somebody opens Groei a day later', async () => {
    const { first, third } = await finishedConversation('noor', 'grace', 'Ongehoord')
    const conversation = await tenant.conversation('noor', 'grace', third)
    await cancelledUnheard('noor', third)
    await tenant.conversation('noor', 'grace', first)
    await becomes('cancelled', 'grace', conversation.id)
  })

  test('a lost notification is made up for within minutes when the opened meeting is not as it was known', async () => {
    const { second, third } = await finishedConversation('sanne', 'aylin', 'Verschoven')
    const conversation = await tenant.conversation('sanne', 'aylin', third)
    await tenant.conversation('sanne', 'aylin', second)
    await inStep('sanne')
    await tenant.sandbox('POST', 'notifications', { mode: 'lost' })
    await calendar.cancel('sanne', third)
    await calendar.move('sanne', second, `${second.start.slice(0, 11)}13:00:00`)
    await later(6 * minute)
    await tenant.conversation('sanne', 'aylin', second)
    await becomes('cancelled', 'aylin', conversation.id)
  })
})
