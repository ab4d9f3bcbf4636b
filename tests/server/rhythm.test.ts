import { describe, expect } from 'vitest'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import type { Agreement, Proposals } from '../../server/contract/planning.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
/** Noor coaches Sanne. */
let pairId: string
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [only] = await tenant.meetings('sanne', 'Bijpraten Noor en Sanne')
  pairId = (await tenant.conversation('noor', 'sanne', only!)).pair.id
})

const agree = (user: string, body: object, pair = pairId) =>
  tenant.as(user)<Agreement>('PUT', `/api/pairs/${pair}/rhythm`, body)
const proposals = () => tenant.as('noor')<Proposals>('GET', `/api/pairs/${pairId}/proposals`)
const overview = async (user: string, pair = pairId) => {
  const { body } = await tenant.as(user)<OneOnOnes>('GET', '/api/one-on-ones')
  return body.pairs.find((one) => one.pair.id === pair)!
}
describe('agreed rhythm', () => {
  test('an agreed rhythm is visible to both with who and when, and a change over an unseen one is refused', async () => {
    expect((await overview('sanne')).rhythm.agreed).toEqual({
      everyWeeks: null,
      by: null,
      at: null,
      revision: 0,
    })
    const { status, body } = await agree('sanne', { everyWeeks: 2, revision: 0 })
    expect([status, body.everyWeeks, body.by, body.revision]).toEqual([200, 2, 'employee', 1])
    const { rhythm } = await overview('noor')
    expect(rhythm.agreed).toEqual(body)
    expect(rhythm.everyDays).toBe(14)
    // The same once more changes nothing; another over what was not seen is refused.
    expect((await agree('sanne', { everyWeeks: 2, revision: 0 })).body).toEqual(body)
    expect((await agree('noor', { everyWeeks: 4, revision: 0 })).body.type).toBe(
      'urn:groei:problem:changed-meanwhile',
    )
    expect((await proposals()).body.everyWeeks).toBe(2)
    const both = await Promise.all([
      agree('sanne', { everyWeeks: 3, revision: 1 }),
      agree('noor', { everyWeeks: 6, revision: 1 }),
    ])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    expect((await agree('noor', { everyWeeks: null, revision: 2 })).body).toMatchObject({
      everyWeeks: null,
      revision: 3,
    })
    expect((await agree('noor', { everyWeeks: 5, revision: 3 })).status).toBe(400)
  })

  test('the next meeting of a rhythm of eight weeks is found, far ahead as it is', async () => {
    const start = '2026-07-28T09:00:00.000Z'
    await tenant.request('/sandbox/graph/v1.0/me/events', {
      method: 'POST',
      token: await tenant.token('noor', 'graph'),
      body: {
        subject: 'Na de zomer',
        start: { dateTime: '2026-07-28T09:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-07-28T09:30:00', timeZone: 'UTC' },
        isOnlineMeeting: true,
        attendees: [{ emailAddress: { address: 'milan@sandbox.example', name: 'Milan Bakker' } }],
      },
    })
    const [meeting] = await tenant.meetings('noor', 'Na de zomer')
    const reference = { joinUrl: meeting!.joinUrl, start }
    const { body } = await tenant.as('noor')<{ id: string }>('POST', '/api/pairs', {
      meeting: reference,
      myRole: 'coach',
    })
    await agree('noor', { everyWeeks: 8, revision: 0 }, body.id)
    const { next, rhythm } = await overview('noor', body.id)
    expect([next?.start, rhythm.state, rhythm.everyDays]).toEqual([start, 'kept', 56])
    // The list itself stays that of the coming weeks.
    const list = await tenant.as('noor')<OneOnOnes>('GET', '/api/one-on-ones')
    expect(list.body.meetings.some((one) => one.start === start)).toBe(false)
  })
})
