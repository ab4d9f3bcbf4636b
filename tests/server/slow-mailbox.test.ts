import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import { sections, type Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

let tenant: Tenant
let slow: Conversation
let other: Conversation
let theirs: Meeting[]
beforeEach(async () => {
  tenant = await startTenant()
  const { series, subscriptions } = changeCalendar(tenant)
  await series('noor', 'tom', 'Van een ander')
  const [first] = await tenant.meetings('sanne', 'Milan')
  theirs = await tenant.meetings('noor', 'Van een ander')
  slow = await tenant.conversation('sanne', 'milan', first!)
  other = await tenant.conversation('noor', 'tom', theirs[0]!)
  await tenant.commit('milan', slow.id, 'Later')
  await tenant.commit('tom', other.id, 'Meteen')
  for (const user of ['sanne', 'noor'])
    await until(async () => ((await subscriptions(user)).length === 1 ? true : null))
})
afterEach(async () => {
  await takes(0)
  await tenant.close()
})

/** How long Sanne's mailbox takes for each request, milliseconds. */
const takes = (milliseconds: number) =>
  tenant.sandbox('POST', 'latency', { milliseconds, user: 'sanne@sandbox.example' })
const published = (user: string, id: string) =>
  tenant.publication(user, id, (one) => one?.state === 'published')
/** Before the slow one has answered once. */
const soonIn = (meeting: Meeting) =>
  until(async () => {
    const { content } = await tenant.invite('noor', meeting.iCalUId)
    return sections(content) === 1 ? true : null
  }, 8000)

describe('mailbox that is slow to answer', () => {
  test('a slow mailbox holds up no publication into another mailbox', async () => {
    await takes(10_000)
    await tenant.finish('sanne', slow.id)
    await tenant.finish('noor', other.id)
    await soonIn(theirs[1]!)
    await tenant.publication('sanne', slow.id, (one) => one?.state === 'waiting')
    await takes(0)
    await published('sanne', slow.id)
  })

  test('a slow mailbox holds up no delta sync pass of another mailbox', async () => {
    await tenant.finish('noor', other.id)
    await published('noor', other.id)
    await tenant.sandbox('DELETE', 'calls')
    await takes(10_000)
    await tenant.sandbox('POST', 'notifications/lifecycle', {
      event: 'missed',
      user: 'sanne@sandbox.example',
    })
    await changeCalendar(tenant).cancel('noor', theirs[1]!)
    await soonIn(theirs[2]!)
    const { calls } = await tenant.sandbox<{ calls: { user: string | null }[] }>('GET', 'calls')
    expect(calls.filter(({ user }) => user === 'sanne@sandbox.example')).toEqual([])
  })
})
