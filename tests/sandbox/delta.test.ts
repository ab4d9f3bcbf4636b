import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox()
})
afterAll(() => tenant.close())
afterEach(() => tenant.post('reset', {}))

type Row = Record<string, unknown> & { id: string }
const weekly = '1-op-1 Sanne en Milan'
const window = 'startDateTime=2026-06-01T00:00:00Z&endDateTime=2026-06-15T00:00:00Z'
const first = `/me/calendarView/delta?${window}`
const removed = { '@removed': { reason: 'deleted' } }

/** A round to its end: all rows, and the link to the next one. */
async function round(user: string, link = first, size = 50, of = tenant) {
  const rows: Row[] = []
  for (let next: string | undefined = link; next;) {
    const { status, body } = await of.graph(user, next.split('/v1.0').at(-1) ?? next, {
      headers: { prefer: `odata.maxpagesize=${size}` },
    })
    expect(status).toBe(200)
    expect(body.value?.length).toBeLessThanOrEqual(size)
    rows.push(...((body.value ?? []) as Row[]))
    next = body['@odata.nextLink'] as string | undefined
    if (!next) return { rows, link: String(body['@odata.deltaLink']) }
  }
  throw new Error('A round without an end.')
}

describe('calendar delta sync in the Graph sandbox', () => {
  test('the first delta sync pass lists the whole window in pages, with the master of each series', async () => {
    const { rows, link } = await round('sanne', first, 3)
    const view = (await tenant.calendar('sanne')).body.value ?? []
    const masters = rows.filter((one) => one['type'] === 'seriesMaster')
    expect(rows.length).toBe(view.length + masters.length)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    const series = new Set(view.flatMap((one) => one['seriesMasterId'] ?? []))
    expect(new Set(masters.map(({ id }) => id))).toEqual(series)
    expect(masters.every((one) => one['subject'] && one['recurrence'])).toBe(true)
    // Of an occurrence only what differs from its master.
    const occurrence = rows.find((one) => one['type'] === 'occurrence')
    expect(Object.keys(occurrence ?? {}).sort()).toEqual(
      ['@odata.etag', '@odata.type', 'end', 'id', 'seriesMasterId', 'start', 'type'].sort(),
    )
    expect(link).toContain('$deltatoken=')
    expect((await round('sanne', link)).rows).toEqual([])
  })

  test.each(['$select=id', '$filter=isCancelled', '$expand=instances', '$orderby=subject', '$search=x'])(
    'a delta request with %s is refused',
    async (query) => {
      expect((await tenant.graph('sanne', `${first}&${query}`)).status).toBe(400)
    },
  )

  test('a request without a window or with a foreign, unknown or expired delta token is refused', async () => {
    expect((await tenant.graph('sanne', '/me/calendarView/delta')).status).toBe(400)
    const code = async (user: string, link: string) => {
      const { status, body } = await tenant.graph(user, link.split('/v1.0')[1] ?? link)
      return [status, body.error?.code]
    }
    const { link } = await round('sanne')
    const gone = [410, 'SyncStateNotFound']
    expect(await code('milan', link)).toEqual(gone)
    expect(await code('sanne', '/me/calendarView/delta?$deltatoken=nonsense')).toEqual(gone)
    expect(await code('sanne', '/me/calendarView/delta?$skiptoken=nonsense.3')).toEqual(gone)
    await tenant.call('/sandbox/api/delta', { method: 'DELETE' })
    expect(await code('sanne', link)).toEqual(gone)
    const bearer = await tenant.token('sanne', 'graph', { scope: 'User.Read' })
    expect((await tenant.graph('sanne', first, { bearer })).status).toBe(403)
  })

  test('a changed occurrence is listed in full together with its whole series', async () => {
    const [hers, his] = [await round('sanne'), await round('milan')]
    const { id } = await tenant.event('sanne', weekly)
    await tenant.patch('sanne', id, { subject: 'Anders' })
    for (const [user, { link }] of [
      ['sanne', hers],
      ['milan', his],
    ] as const) {
      const { rows } = await round(user, link)
      expect(rows.map((one) => one['type'])).toEqual(['seriesMaster', 'exception', 'occurrence'])
      expect(rows[1]?.['subject']).toBe('Anders')
    }
  })

  test('an event that is deleted, moved out of the window, cancelled or uninvited is listed as removed', async () => {
    const [hers, his] = [await round('sanne'), await round('tom')]
    const dentist = await tenant.event('sanne', 'Tandarts')
    await tenant.graph('sanne', `/me/events/${dentist.id}`, { method: 'DELETE' })
    const intern = await tenant.event('sanne', 'Stagegesprek Sanne en Bas')
    await tenant.patch('sanne', intern.id, {
      start: { dateTime: '2026-07-01T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-07-01T10:30:00', timeZone: 'UTC' },
    })
    const series = String((await tenant.event('sanne', '1-op-1 Sanne en Tom'))['seriesMasterId'])
    await tenant.graph('sanne', `/me/events/${series}/cancel`, { method: 'POST', body: '{}' })
    const next = await round('sanne', hers.link)
    expect(next.rows.map((one) => [one.id, one['@removed']])).toEqual(
      [dentist.id, intern.id, series, ...occurrencesOf(hers.rows, series)].map((id) => [
        id,
        removed['@removed'],
      ]),
    )
    expect(Object.keys(next.rows[0] ?? {})).toEqual(['id', '@removed'])
    // The attendee keeps what was cancelled, marked.
    const kept = (await round('tom', his.link)).rows
    expect(kept[0]).toMatchObject({ type: 'seriesMaster', isCancelled: true })
    const lunch = await tenant.event('milan', 'Meekijken met het ontwerp')
    const { link } = await round('tom')
    const there = await tenant.event('tom', 'Meekijken met het ontwerp')
    await tenant.patch('milan', lunch.id, { attendees: [] })
    expect((await round('tom', link)).rows).toEqual([{ id: there.id, ...removed }])
  })
  const occurrencesOf = (rows: Row[], series: string) =>
    rows.filter((one) => one['seriesMasterId'] === series).map(({ id }) => id)

  test.each(['listed', 'unlisted'] as const)(
    'a deleted occurrence of a continuing series is %s',
    async (goneOccurrences) => {
      await tenant.post('delta', { goneOccurrences })
      const { link } = await round('sanne')
      const { id, ...event } = await tenant.event('sanne', weekly)
      await tenant.graph('sanne', `/me/events/${id}`, { method: 'DELETE' })
      const { rows } = await round('sanne', link)
      expect(rows.map((one) => one['type'] ?? 'removed')).toEqual([
        'seriesMaster',
        'occurrence',
        ...(goneOccurrences === 'listed' ? ['removed'] : []),
      ])
      expect(rows[0]?.id).toBe(event['seriesMasterId'])
      if (goneOccurrences === 'listed') expect(rows[2]).toEqual({ id, ...removed })
      else expect(rows.map((one) => one.id)).not.toContain(id)
    },
  )

  test('a new event is listed, and outside the window it is listed as removed, as in Graph itself', async () => {
    const { link } = await round('sanne')
    const make = async (day: string) =>
      tenant.graph('sanne', '/me/events', {
        method: 'POST',
        body: JSON.stringify({
          subject: day,
          start: { dateTime: `${day}T10:00:00`, timeZone: 'UTC' },
          end: { dateTime: `${day}T10:30:00`, timeZone: 'UTC' },
        }),
      })
    const [inside, outside] = [await make('2026-06-10'), await make('2026-09-10')]
    const next = await round('sanne', link)
    expect(next.rows).toMatchObject([
      { id: inside.body['id'], subject: '2026-06-10' },
      { id: outside.body['id'], ...removed },
    ])
    // A link of before gives the same again; that of after, nothing.
    expect((await round('sanne', link)).rows).toHaveLength(2)
    expect((await round('sanne', next.link)).rows).toEqual([])
  })

  test('delta links survive a restart of the sandbox', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'groei-sandbox-'))
    const before = await startSandbox({ dataDir })
    const { link } = await round('sanne', first, 50, before)
    await before.patch('sanne', (await before.event('sanne', 'Tandarts')).id, { subject: 'Kapper' })
    await before.close()
    const after = await startSandbox({ dataDir })
    expect((await round('sanne', link, 50, after)).rows).toMatchObject([{ subject: 'Kapper' }])
    await after.close()
    rmSync(dataDir, { recursive: true })
  })
})
