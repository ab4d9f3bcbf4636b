import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox()
})
afterAll(() => tenant.close())

const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' })
const address = (name: string) => `${name}@sandbox.example`
/** Wednesday 3 June: Sanne's dentist 08:30, Aylin 14:00 and Bas 16:00, by Amsterdam's clock; Joris is busy at 11:00. */
const wednesday = { startTime: utc('2026-06-03T06:00:00'), endTime: utc('2026-06-03T16:00:00') }
const ask = (user: string, body: object, init: { bearer?: string; headers?: Record<string, string> } = {}) =>
  tenant.graph(user, '/me/calendar/getSchedule', {
    method: 'POST',
    body: JSON.stringify({
      schedules: [address('sanne')],
      ...wednesday,
      availabilityViewInterval: 60,
      ...body,
    }),
    ...init,
  })

describe('getSchedule in the Graph sandbox', () => {
  test('the answer says when people are busy, when they work and which events are private', async () => {
    const { status, body } = await ask('milan', { schedules: [address('sanne'), address('tom')] })
    expect(status).toBe(200)
    const [sanne, tom] = body.value ?? []
    expect(sanne).toMatchObject({
      scheduleId: address('sanne'),
      availabilityView: '3000002020',
      workingHours: {
        startTime: '09:00:00.0000000',
        timeZone: { name: 'W. Europe Standard Time' },
      },
    })
    expect(sanne?.['scheduleItems']).toEqual([
      {
        isPrivate: true,
        status: 'oof',
        start: { dateTime: '2026-06-03T06:30:00.0000000', timeZone: 'UTC' },
        end: { dateTime: '2026-06-03T07:00:00.0000000', timeZone: 'UTC' },
      },
      expect.objectContaining({ isPrivate: false, status: 'busy', subject: '1:1 Sanne / Aylin' }),
      expect.objectContaining({ isPrivate: false, status: 'busy', subject: 'Stagegesprek Sanne en Bas' }),
    ])
    expect(tom).toMatchObject({ availabilityView: '0000000000', scheduleItems: [] })
    expect((tom?.['workingHours'] as { daysOfWeek: string[] }).daysOfWeek).not.toContain('friday')
  })

  test('a request with capitalised properties is answered in the preferred time zone', async () => {
    const { body } = await tenant.graph('sanne', '/me/calendar/getSchedule', {
      method: 'POST',
      headers: { prefer: 'outlook.timezone="W. Europe Standard Time"' },
      body: JSON.stringify({
        Schedules: [address('sanne')],
        StartTime: { dateTime: '2026-06-03T16:00:00', timeZone: 'W. Europe Standard Time' },
        EndTime: { dateTime: '2026-06-03T17:00:00', timeZone: 'Europe/Amsterdam' },
      }),
    })
    expect(body.value?.[0]).toMatchObject({
      availabilityView: '20',
      scheduleItems: [
        { start: { dateTime: '2026-06-03T16:00:00.0000000', timeZone: 'W. Europe Standard Time' } },
      ],
    })
  })

  test('an all-day event is found by a former address, and a cancelled meeting does not count as busy', async () => {
    const monday = { startTime: utc('2026-06-07T22:00:00'), endTime: utc('2026-06-08T22:00:00') }
    const { body } = await ask('milan', { ...monday, schedules: ['sanne.de.vries@sandbox.example'] })
    expect(body.value?.[0]?.['availabilityView']).toBe('3'.repeat(24))
    const cancelled = { startTime: utc('2026-06-02T11:00:00'), endTime: utc('2026-06-02T12:00:00') }
    expect((await ask('milan', cancelled)).body.value?.[0]?.['availabilityView']).toBe('0')
  })

  test('a distribution list is busy when one of its members is', async () => {
    const list = address('afdeling-dienstverlening')
    const [found] = (await ask('milan', { schedules: [list] })).body.value ?? []
    expect(found?.['availabilityView']).toBe('3002002020')
    expect(found?.['workingHours']).toBeUndefined()
  })

  test('an unknown or external address gets its own error in the answer', async () => {
    const { status, body } = await ask('milan', {
      schedules: [address('niemand'), 'eva@elsewhere.example', address('sanne')],
    })
    expect(status).toBe(200)
    const errors = body.value?.map(
      (one) => (one['error'] as { responseCode: string } | undefined)?.responseCode,
    )
    expect(errors).toEqual(['ErrorMailRecipientNotFound', 'ErrorMailRecipientNotFound', undefined])
  })

  const many = (count: number) => Array.from({ length: count }, (_one, at) => address(`n${at}`))
  test.each([
    ['twenty-one schedules', { schedules: many(21) }, 'ErrorMailboxDataArrayTooBig'],
    ['no schedule', { schedules: [] }, 'ErrorInvalidParameter'],
    ['63 days', { endTime: utc('2026-08-05T06:00:00') }, 'ErrorTimeIntervalTooBig'],
    ['an end before the start', { endTime: utc('2026-06-03T05:00:00') }, 'ErrorInvalidTimeInterval'],
    ['an interval of four minutes', { availabilityViewInterval: 4 }, 'ErrorInvalidMergedFreeBusyInterval'],
    ['one longer than a day', { availabilityViewInterval: 1441 }, 'ErrorInvalidMergedFreeBusyInterval'],
    ['one longer than the window', { availabilityViewInterval: 660 }, 'ErrorInvalidMergedFreeBusyInterval'],
    [
      'no zone',
      { startTime: { dateTime: '2026-06-03T06:00:00', timeZone: 'Nowhere' } },
      'TimeZoneNotSupportedException',
    ],
    ['no such day', { startTime: utc('2026-02-31T06:00:00') }, 'ErrorInvalidParameter'],
    ['no moment', { startTime: 'monday' }, 'RequestBodyRead'],
  ])('a request with %s is refused', async (_what, body, code) => {
    const answer = await ask('sanne', body)
    expect([answer.status, answer.body.error?.code]).toEqual([400, code])
  })

  test('a request for twenty schedules or for 62 days is accepted', async () => {
    expect((await ask('sanne', { schedules: many(20) })).status).toBe(200)
    expect((await ask('sanne', { endTime: utc('2026-08-04T06:00:00') })).status).toBe(200)
  })

  test.each([
    ['Calendars.ReadBasic', 200],
    ['Calendars.ReadWrite', 200],
    ['User.Read', 403],
    ['MailboxSettings.Read', 403],
  ])('a token with the scope %s is answered %i', async (scope, status) => {
    const bearer = await tenant.token('sanne', 'graph', { scope })
    expect((await ask('sanne', {}, { bearer })).status).toBe(status)
  })
})
