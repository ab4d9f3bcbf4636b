import { afterEach, describe, expect } from 'vitest'
import type { PersonSettings } from '../../server/contract/person.ts'
import { changeCalendar } from '../support/calendar.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
test.beforeAll(({ tenant: started }) => {
  tenant = started
})
afterEach(() => tenant.sandbox('POST', 'oddities', { oddities: [] }))

const here = (user: string, timeZone: string) =>
  tenant.as(user)<PersonSettings>('PUT', '/api/me', { timeZone })
const hours = (user: string, from: string, until: string, zone: string) =>
  tenant.sandbox('POST', 'hours', { user: `${user}@sandbox.example`, from, until, zone })

describe('zones and hours, as mailboxes of the field have them', () => {
  test('a night shift in a customised zone is taken over, by the clock of the browser', async () => {
    await hours('aylin', '22:00', '06:00', 'Customized Time Zone')
    const { body } = await here('aylin', 'Australia/Sydney')
    expect(body.reminders).toMatchObject({ from: '22:00', until: '06:00', timeZone: 'Australia/Sydney' })
  })

  test('a person sets a night shift of their own', async () => {
    const { body } = await here('milan', 'Europe/Amsterdam')
    const night = { ...body.reminders, from: '23:00', until: '07:30' }
    expect((await tenant.as('milan')('PUT', '/api/settings/reminders', night)).status).toBe(200)
    expect((await tenant.as('milan')<PersonSettings>('GET', '/api/settings')).body.reminders).toEqual(night)
  })

  test.for([
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['CET', 'Romance Standard Time'],
    ['Antarctica/Troll', 'UTC'],
  ] as const)('somebody whose zone is %s plans a conversation', async ([timeZone, named]) => {
    const [first] = await tenant.meetings('sanne', 'Aylin')
    const { pair } = await tenant.conversation('sanne', 'aylin', first!)
    const settings = (await here('sanne', timeZone)).body.reminders
    await tenant.as('sanne')('PUT', '/api/settings/reminders', { ...settings, timeZone })
    const proposed = await tenant.as('sanne')<{ revision: number }>('GET', `/api/pairs/${pair.id}/proposals`)
    const start = `2026-07-0${(named.length % 7) + 1}T09:00:00.000Z`
    const plan = {
      start,
      end: start.replace('09:00', '09:30'),
      everyWeeks: null,
      revision: proposed.body.revision,
    }
    const planned = await tenant.as('sanne')('POST', `/api/pairs/${pair.id}/conversations`, plan)
    expect([planned.status, planned.body]).toMatchObject([201, { start }])
    const around = new URLSearchParams({
      startDateTime: start,
      endDateTime: plan.end,
      $select: 'originalStartTimeZone,subject',
    })
    const { value } = await changeCalendar(tenant).graph<{
      value: { originalStartTimeZone: string; subject: string }[]
    }>('sanne', 'GET', `/me/calendarView?${around}`)
    expect(value.map((one) => one.originalStartTimeZone)).toContain(named)
  })
})
