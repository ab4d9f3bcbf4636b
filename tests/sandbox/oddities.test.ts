import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.post('oddities', { oddities: [] }))
afterAll(() => sandbox.close())

type Attendee = {
  type: string
  status: { response: string }
  emailAddress?: { name: string; address: string }
}
const attendeesOf = async (user: string, subject: string) =>
  (await sandbox.event(user, subject))['attendees'] as Attendee[]
const odd = (...oddities: string[]) => sandbox.post('oddities', { oddities })

describe('answers of Graph as they were in the field at times', () => {
  test('who answered is listed twice, the room as a person, and the organiser by a name of Exchange’s', async () => {
    await odd('answers-doubled', 'rooms-required', 'organiser-by-exchange-name', 'customised-zone')
    const event = await sandbox.event('sanne', '1:1 Sanne / Aylin')
    const attendees = event['attendees'] as Attendee[]
    expect(attendees.map(({ type, status }) => [type, status.response])).toEqual([
      ['required', 'accepted'],
      ['required', 'accepted'],
      ['optional', 'declined'],
    ])
    expect(attendees[2]?.emailAddress?.address).toMatch(/^\/o=ExchangeLabs\/.*\/cn=[0-9a-f]{32}-aylin$/)
    expect(event['organizer']).toMatchObject({
      emailAddress: { address: expect.stringMatching(/-sanne$/) as string },
    })
    expect(event['originalStartTimeZone']).toBe('tzone://Microsoft/Custom')
    const { body } = await sandbox.graph('sanne', '/me?$select=proxyAddresses')
    expect(body['proxyAddresses']).toContain(`X500:${(event['organizer'] as Attendee).emailAddress?.address}`)
  })

  test('attendees come without addresses, and series with one id or none', async () => {
    await odd('attendees-without-addresses', 'one-id-for-a-series')
    expect(Object.keys((await attendeesOf('sanne', '1-op-1 Sanne en Milan'))[0]!)).toEqual(['status'])
    const ids = async () => {
      const { body } = await sandbox.calendar('sanne', { $select: 'subject,iCalUId' })
      return body.value?.filter((one) => one['subject'] === 'Teamoverleg').map((one) => one['iCalUId'])
    }
    expect(new Set(await ids()).size).toBe(1)
    await odd('no-ids')
    expect(new Set(await ids())).toEqual(new Set([null]))
    await odd()
    expect(new Set(await ids()).size).toBe((await ids())?.length)
  })

  test('who declines stays on the organiser’s invite, and it leaves their own calendar', async () => {
    const mine = await sandbox.event('joris', '1-op-1 Noor en Joris')
    const path = `/me/events/${encodeURIComponent(mine.id)}/decline`
    expect((await sandbox.graph('joris', path, { method: 'POST', body: '{}' })).status).toBe(202)
    expect((await attendeesOf('noor', '1-op-1 Noor en Joris'))[0]?.status.response).toBe('declined')
    await expect(sandbox.event('joris', '1-op-1 Noor en Joris')).rejects.toThrow('no event')
  })

  test('zones without a Windows name are refused, and working hours can be in a customised one', async () => {
    const moment = (timeZone: string) => ({ dateTime: '2026-06-12T09:00:00', timeZone })
    for (const zone of ['Europe/Kyiv', 'CET', 'UTC+01:00', 'Customized Time Zone']) {
      const made = await sandbox.graph('sanne', '/me/events', {
        method: 'POST',
        body: JSON.stringify({ subject: 'x', start: moment(zone), end: moment(zone) }),
      })
      expect([zone, made.status, made.body.error?.code]).toEqual([zone, 400, 'TimeZoneNotSupportedException'])
    }
    await sandbox.post('hours', {
      user: 'tom@sandbox.example',
      from: '22:00',
      until: '06:00',
      zone: 'Customized Time Zone',
    })
    const { body } = await sandbox.graph('tom', '/me/mailboxSettings')
    expect(body['workingHours']).toMatchObject({
      startTime: '22:00:00.0000000',
      endTime: '06:00:00.0000000',
      timeZone: { name: 'Customized Time Zone' },
    })
  })

  test('a mailbox that is not there refuses all that is asked of it, and its owner is still somebody', async () => {
    const user = 'grace@sandbox.example'
    const window = 'startDateTime=2026-06-02T00:00:00Z&endDateTime=2026-06-03T00:00:00Z'
    const { id } = await sandbox.event('grace', '1:1 Grace / Ines').catch(() => ({ id: 'any' }))
    const answers = async () =>
      Promise.all(
        [
          `/me/calendarView?${window}`,
          `/me/calendarView/delta?${window}`,
          `/me/events/${encodeURIComponent(id)}`,
          '/me/mailboxSettings',
        ].map(async (path) => {
          const { status, body } = await sandbox.graph('grace', path)
          return `${status} ${body.error?.code}`
        }),
      )
    for (const refusedWith of [
      'MailboxNotEnabledForRESTAPI',
      'MailboxNotSupportedForRESTAPI',
      'ResourceNotFound',
    ]) {
      await sandbox.post('mailbox', { user, refusedWith })
      expect(new Set(await answers())).toEqual(new Set([`404 ${refusedWith}`]))
    }
    const subscription = await sandbox.graph('grace', '/subscriptions', { method: 'POST', body: '{}' })
    expect([subscription.status, subscription.body.error?.code]).toEqual([404, 'ExtensionError'])
    expect((await sandbox.graph('grace', '/me')).status).toBe(200)
    await sandbox.post('mailbox', { user, refusedWith: null })
    expect((await sandbox.graph('grace', `/me/calendarView?${window}`)).status).toBe(200)
  })

  test('a fault takes as long as was asked before it is answered', async () => {
    await sandbox.post('faults', {
      faults: [{ service: 'graph', path: '/me', status: 503, takes: 200, times: 1 }],
    })
    const began = performance.now()
    expect((await sandbox.graph('sanne', '/me')).status).toBe(503)
    expect(performance.now() - began).toBeGreaterThan(190)
  })
})
