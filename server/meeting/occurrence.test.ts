import type { Event } from '@microsoft/microsoft-graph-types'
import { describe, expect, test } from 'vitest'
import { mayBe, occurrenceId } from './occurrence.ts'

const weeks = ['2026-06-02', '2026-06-09', '2026-06-16', '2026-06-23']
const exchange = (date: string) => `040000008200E00074C5B7101A82E008${date}00000000A0B1C2D3E4F5`
const event = (day: string, more: Event = {}): Event => ({
  id: day,
  type: 'occurrence',
  iCalUId: 'abc',
  originalStart: `${day}T08:30:00Z`,
  start: { dateTime: `${day}T08:30:00.0000000`, timeZone: 'UTC' },
  organizer: { emailAddress: { address: 'sanne@contoso.com' } },
  ...more,
})
const distinct = (more: (day: string) => Event) =>
  new Set(weeks.map((day) => occurrenceId(event(day, more(day)))))

describe('ids of occurrences', () => {
  test.each<[string, (day: string) => Event]>([
    ['of another calendar, equal for the whole series', () => ({})],
    ['of Exchange, without a day', () => ({ iCalUId: exchange('00000000') })],
    ['of Exchange, of the day of another', () => ({ iCalUId: exchange('07EA0101') })],
    ['equal, and nobody says when it was planned', () => ({ originalStart: null })],
    ['null', () => ({ iCalUId: null })],
    ['empty', () => ({ iCalUId: '' })],
    [
      'null, of one online meeting',
      () => ({
        iCalUId: null,
        onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/19:meeting_x@thread.v2/0' },
      }),
    ],
  ])('four occurrences have four ids when theirs is %s', (_what, more) => {
    const ids = distinct(more)
    expect([ids.size, ids.has(null)]).toEqual([4, false])
  })

  test('an id that names the day of its occurrence stays as it is, in any zone', () => {
    const id = exchange('07EA0602')
    for (const start of [
      '2026-06-02T08:30:00Z',
      '2026-06-01T12:00:00Z',
      '2026-06-02T11:00:00.0000000Z',
      '2026-06-03T11:30:00Z',
    ])
      expect(occurrenceId(event('2026-06-02', { iCalUId: id, originalStart: start }))).toBe(id)
  })

  test('a moved occurrence keeps its id, and a single event has that of its calendar', () => {
    const moved = event('2026-06-02', {
      type: 'exception',
      start: { dateTime: '2026-06-05T10:00:00', timeZone: 'UTC' },
    })
    expect(occurrenceId(moved)).toBe(occurrenceId(event('2026-06-02')))
    for (const type of ['singleInstance', 'seriesMaster', null] as const)
      expect(occurrenceId({ id: 'x', type, iCalUId: 'abc' })).toBe('abc')
  })

  test('a single event without an id has that of its online meeting, wherever it is moved', () => {
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d'
    const single = (start: string) =>
      occurrenceId({
        type: 'singleInstance',
        iCalUId: null,
        onlineMeeting: { joinUrl },
        start: { dateTime: start },
      })
    expect(single('2026-06-02T08:30:00')).toBe('19:meeting_x@thread.v2')
    expect(single('2026-06-05T08:30:00')).toBe(single('2026-06-02T08:30:00'))
    expect(occurrenceId({ type: 'singleInstance', start: { dateTime: '2026-06-02T08:30:00' } })).toBeNull()
  })

  test('a link from before names the occurrence that it can be of', () => {
    expect(mayBe(event('2026-06-02'), 'abc')).toBe(true)
    expect(mayBe(event('2026-06-02'), occurrenceId(event('2026-06-02'))!)).toBe(true)
    expect(mayBe(event('2026-06-02'), occurrenceId(event('2026-06-09'))!)).toBe(false)
    expect(mayBe(event('2026-06-02'), 'ab')).toBe(false)
  })
})
