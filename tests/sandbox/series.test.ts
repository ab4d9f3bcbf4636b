import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox()
})
afterAll(() => tenant.close())
afterEach(() => tenant.post('reset', {}))

type Occurrence = Record<string, unknown> & { id: string; iCalUId: string; start: { dateTime: string } }
const weekly = '1-op-1 Sanne en Milan'
const pattern = { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] }
const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' })

const summer = async (user: string, subject = weekly) => {
  const { body } = await tenant.calendar(user, {
    startDateTime: '2026-06-01T00:00:00Z',
    endDateTime: '2026-07-01T00:00:00Z',
  })
  return (body.value ?? []).filter((one) => String(one['subject']).includes(subject)) as Occurrence[]
}
const days = async (user: string, subject = weekly) =>
  (await summer(user, subject)).map(({ start }) => start.dateTime.slice(5, 10))
const masterId = async (user: string) => String((await summer(user))[0]?.['seriesMasterId'])
const patchMaster = async (body: object) => tenant.patch('sanne', await masterId('sanne'), body)
const both = ['sanne', 'milan']
const all = ['06-02', '06-09', '06-16', '06-23', '06-30']

describe('recurring series in the Graph sandbox', () => {
  test('a series ends by date or by number and continues once its end is removed', async () => {
    const until = await patchMaster({
      recurrence: { pattern, range: { type: 'endDate', endDate: '2026-06-17' } },
    })
    expect(until.body['recurrence']).toMatchObject({
      pattern: { daysOfWeek: ['tuesday'] },
      range: { type: 'endDate', endDate: '2026-06-17', numberOfOccurrences: 0 },
    })
    const last = (await summer('milan')).at(-1)
    for (const user of both) expect(await days(user)).toEqual(all.slice(0, 3))
    // Fourteen April is the first.
    await patchMaster({ recurrence: { pattern, range: { type: 'numbered', numberOfOccurrences: 9 } } })
    for (const user of both) expect(await days(user)).toEqual(all.slice(0, 2))
    expect((await tenant.graph('milan', `/me/events/${last?.id}`)).status).toBe(404)
    const open = await patchMaster({ recurrence: { pattern, range: { type: 'noEnd' } } })
    expect(open.body['recurrence']).toMatchObject({ range: { type: 'noEnd', endDate: '0001-01-01' } })
    for (const user of both) expect(await days(user)).toEqual(all)
  })

  test('a series that ends sooner keeps only the changed occurrences before its end', async () => {
    const [first, , third] = await summer('sanne')
    await tenant.patch('sanne', first!.id, { subject: `${weekly}, buiten` })
    await tenant.patch('sanne', third!.id, { subject: `${weekly}, binnen` })
    await patchMaster({ recurrence: { pattern, range: { type: 'endDate', endDate: '2026-06-10' } } })
    expect((await summer('milan')).map((one) => one['subject'])).toEqual([`${weekly}, buiten`, weekly])
    await patchMaster({ recurrence: { pattern, range: { type: 'noEnd' } } })
    expect((await summer('milan')).map((one) => one['type'])[2]).toBe('occurrence')
  })

  test('moving a series moves every occurrence and discards changes and deletions of single occurrences', async () => {
    const before = await summer('milan')
    await tenant.patch('sanne', (await summer('sanne'))[0]!.id, { subject: `${weekly}, buiten` })
    await tenant.graph('sanne', `/me/events/${(await summer('sanne'))[1]!.id}`, { method: 'DELETE' })
    await tenant.graph('milan', `/me/events/${before[2]!.id}`, { method: 'DELETE' })
    expect(await days('milan')).toEqual(['06-02', '06-09', '06-23', '06-30'])
    // Another time on the same day: the same occurrences.
    await patchMaster({ start: utc('2026-04-14T12:00:00'), end: utc('2026-04-14T12:45:00') })
    for (const user of both) {
      const after = await summer(user)
      expect(after.map(({ iCalUId }) => iCalUId)).toEqual(before.map(({ iCalUId }) => iCalUId))
      expect(after.map((one) => one['type'])).toEqual(all.map(() => 'occurrence'))
      expect(after[0]?.start.dateTime).toContain('2026-06-02T12:00')
    }
    // Another day: others.
    await patchMaster({
      start: utc('2026-04-15T12:00:00'),
      end: utc('2026-04-15T12:45:00'),
      recurrence: { pattern: { ...pattern, daysOfWeek: ['wednesday'] }, range: { type: 'noEnd' } },
    })
    for (const user of both) expect(await days(user)).toEqual(['06-03', '06-10', '06-17', '06-24'])
    const ids = before.map(({ iCalUId }) => iCalUId)
    expect((await summer('milan')).filter(({ iCalUId }) => ids.includes(iCalUId))).toEqual([])
    expect((await tenant.graph('milan', `/me/events/${before[0]!.id}`)).status).toBe(404)
    // Every two weeks.
    await patchMaster({
      recurrence: { pattern: { type: 'weekly', interval: 2 }, range: { type: 'noEnd' } },
    })
    expect(await days('milan')).toEqual(['06-10', '06-24'])
  })

  test('a new subject or attendee list reaches the whole series, except occurrences with their own subject', async () => {
    const [first] = await summer('sanne')
    await tenant.patch('sanne', first!.id, { subject: 'Buiten' })
    await patchMaster({
      subject: 'Samen',
      attendees: ['milan', 'aylin'].map((one) => ({ emailAddress: { address: `${one}@sandbox.example` } })),
    })
    expect(await days('aylin', 'Samen')).toEqual(all.slice(1))
    expect(await days('milan', 'Buiten')).toEqual(all.slice(0, 1))
    const master = String((await tenant.event('sanne', 'Samen'))['seriesMasterId'])
    await tenant.patch('sanne', master, { attendees: [] })
    expect(await days('milan', '')).not.toContain('06-02')
  })

  test('deleting an occurrence and cancelling the series both reach the attendee as a cancellation', async () => {
    await tenant.graph('sanne', `/me/events/${(await summer('sanne'))[1]!.id}`, { method: 'DELETE' })
    expect(await days('sanne')).toEqual(['06-02', '06-16', '06-23', '06-30'])
    expect((await summer('milan')).map((one) => one['isCancelled'])).toEqual([
      false,
      true,
      false,
      false,
      false,
    ])
    await tenant.graph('sanne', `/me/events/${await masterId('sanne')}/cancel`, {
      method: 'POST',
      body: '{}',
    })
    expect(await days('sanne')).toEqual([])
    expect((await summer('milan')).every((one) => one['isCancelled'])).toBe(true)
  })

  const ranges: [string, object][] = [
    ['no number', { pattern, range: { type: 'numbered' } }],
    ['number nought', { pattern, range: { type: 'numbered', numberOfOccurrences: 0 } }],
    ['no end date', { pattern, range: { type: 'endDate' } }],
    ['an end before its start', { pattern, range: { type: 'endDate', endDate: '2026-04-13' } }],
    ['another start', { pattern, range: { type: 'noEnd', startDate: '2026-04-15' } }],
    ['another day', { pattern: { ...pattern, daysOfWeek: ['friday'] }, range: { type: 'noEnd' } }],
    ['a day that is none', { pattern: { ...pattern, daysOfWeek: ['today'] }, range: { type: 'noEnd' } }],
    ['another pattern', { pattern: { ...pattern, type: 'daily' }, range: { type: 'noEnd' } }],
  ]
  test.each(ranges)('a recurrence with %s is refused', async (_name, recurrence) => {
    expect((await patchMaster({ recurrence })).status).toBe(400)
    expect(await days('milan')).toEqual(all)
  })

  test('only the series master of the organiser accepts a recurrence or another time for all', async () => {
    const recurrence = { pattern, range: { type: 'endDate', endDate: '2026-06-17' } }
    const times = { start: utc('2026-04-14T12:00:00'), end: utc('2026-04-14T12:45:00') }
    const answers = [
      await tenant.patch('milan', await masterId('milan'), { recurrence }),
      await tenant.patch('milan', await masterId('milan'), times),
      await tenant.patch('sanne', (await summer('sanne'))[0]!.id, { recurrence }),
      await tenant.patch('sanne', (await tenant.event('sanne', 'Tandarts')).id, { recurrence }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
  })

  test('a new series with an end date ends on that date for everybody in it', async () => {
    const made = await tenant.graph('sanne', '/me/events', {
      method: 'POST',
      body: JSON.stringify({
        subject: 'Drie keer',
        start: utc('2026-06-03T10:00:00'),
        end: utc('2026-06-03T10:30:00'),
        attendees: [{ emailAddress: { address: 'tom@sandbox.example' } }],
        recurrence: {
          pattern: { ...pattern, daysOfWeek: ['wednesday'] },
          range: { type: 'endDate', startDate: '2026-06-03', endDate: '2026-06-17' },
        },
      }),
    })
    expect([made.status, made.body['type']]).toEqual([201, 'seriesMaster'])
    expect(await days('tom', 'Drie keer')).toEqual(['06-03', '06-10', '06-17'])
  })

  test('a single occurrence cannot be made private, but a whole series can', async () => {
    const [first] = await summer('sanne')
    const alone = await tenant.patch('sanne', first!.id, { sensitivity: 'private' })
    expect([alone.status, alone.body['sensitivity'], alone.body['type']]).toEqual([
      200,
      'normal',
      'occurrence',
    ])
    await patchMaster({ sensitivity: 'private' })
    for (const user of both)
      expect((await summer(user)).map((one) => one['sensitivity'])).toEqual(all.map(() => 'private'))
  })

  test('a plain text body is stored as HTML, as in Exchange', async () => {
    const { id } = await tenant.event('sanne', 'Tandarts')
    await tenant.patch('sanne', id, { body: { contentType: 'text', content: 'een < twee\nen drie' } })
    const { body } = await tenant.graph('sanne', `/me/events/${id}`)
    expect(body['body']).toMatchObject({ contentType: 'html' })
    expect((body['body'] as { content: string }).content).toContain('een &lt; twee<br>en drie')
  })
})
