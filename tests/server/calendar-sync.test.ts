import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import { sections, startTenant, until, type GraphCall, type Meeting, type Tenant } from '../support/tenant.ts'

let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
beforeAll(async () => {
  tenant = await startTenant()
  calendar = changeCalendar(tenant)
})
afterAll(() => tenant.close())
afterEach(async () => {
  await tenant.sandbox('DELETE', 'faults')
  await tenant.sandbox('POST', 'notifications', { mode: 'prompt' })
})

const inInvite = async (user: string, meeting: { iCalUId: string }) =>
  sections((await tenant.invite(user, meeting.iCalUId)).content)
/** Until the section of a pair stands in this invite, and only there. */
const standsIn = (user: string, meeting: Meeting, ...elsewhere: Meeting[]) =>
  until(async () => {
    const counts = await Promise.all([meeting, ...elsewhere].map((one) => inInvite(user, one)))
    return counts[0] === 1 && counts.slice(1).every((count) => count === 0) ? true : null
  })
const graphCalls = async () => {
  const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
  return calls.filter((one) => one.service === 'graph')
}
const subscribed = (user: string) =>
  until(async () => ((await calendar.subscriptions(user)).length === 1 ? true : null))

/** A pair of their own for each test, each week at the same time: talked, committed, finished. */
async function finishedTalk(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const [first, second, third, fourth] = await tenant.meetings(coach, subject)
  const talk = await tenant.talk(coach, employee, first!)
  await subscribed(coach)
  await tenant.commit(employee, talk.id, `Afspraak ${subject}`)
  await tenant.finish(coach, talk.id)
  await tenant.publication(coach, talk.id, (one) => one?.state === 'published')
  await standsIn(coach, second!, first!, third!, fourth!)
  return { talk, first: first!, second: second!, third: third!, fourth: fourth! }
}

test('nobody opens Groei: cancelled, planned nearer, moved behind another, the section follows by itself', async () => {
  const { second, third, fourth } = await finishedTalk('noor', 'aylin', 'Wandelen')
  await calendar.cancel('noor', second)
  await standsIn('aylin', third, fourth)
  // A talk by hand, nearer.
  const nearer = await calendar.single('noor', 'aylin', 'Even tussendoor', '2026-06-05T12:00:00')
  await standsIn('aylin', nearer, third, fourth)
  // And put off, behind the next of the series.
  await calendar.move('noor', nearer, '2026-06-23T12:00:00')
  await standsIn('aylin', third, nearer, fourth)
})
