import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { usualHours } from '../person/working-time.ts'
import { freeTimes, type Diary, type Interval, type Question } from './free-times.ts'

const at = (text: string) => new Date(text)
const taken = (from: string, until: string): Interval => ({ start: Date.parse(from), end: Date.parse(until) })
const diary = (timeZone: string, busy: Interval[] = [], more: object = {}): Diary => ({
  busy,
  hours: { ...usualHours(timeZone), ...more },
})
const ask = (more: Partial<Question> = {}) =>
  freeTimes({
    diaries: [diary('Europe/Amsterdam'), diary('Europe/Amsterdam')],
    minutes: 30,
    now: at('2026-06-03T10:00:00Z'),
    earliest: at('2026-06-03T10:00:00Z'),
    latest: at('2026-06-20T00:00:00Z'),
    due: at('2026-06-09T08:30:00Z'),
    usual: { weekday: 2, minute: 10 * 60 + 30 },
    wanted: 4,
    ...more,
  })
const starts = (more: Partial<Question> = {}) =>
  ask(more).proposals.map(({ start }) => new Date(start).toISOString().slice(0, 16))
const onDay = (day: string, more: Partial<Question> = {}) =>
  starts({ earliest: at(`${day}T00:00:00Z`), latest: at(`${day}T23:59:00Z`), wanted: 100, ...more })

describe('proposed times near the usual rhythm', () => {
  test('the usual time on the due day is proposed first, then the days around it', () => {
    expect(starts()).toEqual(['2026-06-09T08:30', '2026-06-08T08:30', '2026-06-10T08:30', '2026-06-11T08:30'])
  })
  test('the nearest free time is proposed first when the usual time is taken', () => {
    const busy = [taken('2026-06-09T08:00:00Z', '2026-06-09T10:00:00Z')]
    // Ten to twelve is taken and then there is lunch: half past nine is nearer than one.
    expect(starts({ diaries: [diary('Europe/Amsterdam'), diary('Europe/Amsterdam', busy)] })[0]).toBe(
      '2026-06-09T07:30',
    )
  })
  test('a meeting that is already due is proposed as soon as possible', () => {
    expect(starts({ due: at('2026-05-20T08:30:00Z'), usual: null })[0]).toBe('2026-06-03T11:00')
  })
  test('a search on a single day proposes several times that do not overlap', () => {
    const all = onDay('2026-06-09', { wanted: 3 })
    expect(all).toHaveLength(3)
    expect(new Set(all.map((one) => one.slice(0, 10))).size).toBe(1)
    const sorted = all.map((one) => Date.parse(`${one}Z`)).sort()
    expect(sorted.every((one, nth) => nth === 0 || one - sorted[nth - 1]! >= 30 * 60_000)).toBe(true)
  })
})

describe('proposed times around lunch', () => {
  const busyButLunch = [
    taken('2026-06-09T00:00:00Z', '2026-06-09T10:00:00Z'),
    taken('2026-06-09T11:00:00Z', '2026-06-09T22:00:00Z'),
  ]
  const diaries = [diary('Europe/Amsterdam'), diary('Europe/Amsterdam', busyButLunch)]
  test('lunch time is not proposed while another time is free', () => {
    expect(starts({ diaries }).some((one) => one.startsWith('2026-06-09'))).toBe(false)
  })
  test('lunch time is proposed when nothing else is free', () => {
    expect(onDay('2026-06-09', { diaries }).sort()).toEqual(['2026-06-09T10:00', '2026-06-09T10:30'])
  })
  test('lunch time follows each person’s own clock', () => {
    const apart = { diaries: [diary('Europe/Amsterdam'), diary('Europe/Helsinki')] }
    expect(onDay('2026-06-09', apart).filter((one) => /T(09|10):/.test(one))).toEqual([])
  })
})

describe('proposed times across time zones', () => {
  test('proposed times in Kathmandu follow the quarters and working hours of the local clock', () => {
    const all = onDay('2026-06-09', { diaries: [diary('Asia/Kathmandu')], usual: null })
    // Nine there is 03:15 here; five is 11:15.
    expect([all.at(0), all.includes('2026-06-09T10:45')]).toEqual(['2026-06-09T03:15', true])
    expect(all.filter((one) => one > '2026-06-09T10:45')).toEqual([])
  })
  test('proposed times for Amsterdam and Kathmandu lie in the Amsterdam morning', () => {
    const all = onDay('2026-06-09', { diaries: [diary('Europe/Amsterdam'), diary('Asia/Kathmandu')] })
    // Nine here is still lunch there.
    expect(all.sort().at(0)).toBe('2026-06-09T07:30')
    // The last begins at 16:45 there.
    expect(all.sort().at(-1)! <= '2026-06-09T10:45').toBe(true)
  })
  test('proposed times for Amsterdam and St John’s lie at the end of the Amsterdam day', () => {
    const all = onDay('2026-06-09', { diaries: [diary('Europe/Amsterdam'), diary('America/St_Johns')] })
    expect(all.sort()).toEqual([
      '2026-06-09T11:30',
      '2026-06-09T12:00',
      '2026-06-09T12:30',
      '2026-06-09T13:00',
      '2026-06-09T13:30',
      '2026-06-09T14:00',
    ])
  })
  test('two people without common working hours get no proposal, with that as the reason', () => {
    expect(ask({ diaries: [diary('Europe/Amsterdam'), diary('Pacific/Auckland')] })).toEqual({
      proposals: [],
      reason: 'no-common-hours',
    })
  })
})

describe('proposed times around a clock change', () => {
  const around = (due: string, days: [string, string]) =>
    starts({
      now: at(`${days[0]}T00:00:00Z`),
      earliest: at(`${days[0]}T00:00:00Z`),
      latest: at(`${days[1]}T00:00:00Z`),
      due: at(due),
      wanted: 3,
    })
  test('a usual time of half past ten stays half past ten when summer time begins', () => {
    // Summer time begins on Sunday the 29th.
    expect(around('2026-03-31T09:30:00Z', ['2026-03-26', '2026-04-02']).sort()).toEqual([
      '2026-03-30T08:30',
      '2026-03-31T08:30',
      '2026-04-01T08:30',
    ])
    expect(around('2026-03-27T09:30:00Z', ['2026-03-26', '2026-03-28']).sort()[0]).toBe('2026-03-26T09:30')
  })
  test('a usual time of half past ten stays half past ten when winter time begins', () => {
    expect(around('2026-10-27T08:30:00Z', ['2026-10-24', '2026-10-29']).sort()).toEqual([
      '2026-10-26T09:30',
      '2026-10-27T09:30',
      '2026-10-28T09:30',
    ])
  })
  test('common working hours are an hour longer while only one continent has changed its clocks', () => {
    const diaries = [diary('Europe/Amsterdam'), diary('America/New_York')]
    const all = (day: string) => onDay(day, { diaries, now: at('2026-03-01T00:00:00Z'), minutes: 60 }).sort()
    expect(all('2026-03-04')).toEqual(['2026-03-04T14:00', '2026-03-04T15:00'])
    // New York is ahead since the 8th, Amsterdam from the 29th.
    expect(all('2026-03-11')).toEqual(['2026-03-11T13:00', '2026-03-11T14:00', '2026-03-11T15:00'])
  })
})

describe('proposed times and calendar events', () => {
  const with_ = (...busy: Interval[]) => ({
    diaries: [diary('Europe/Amsterdam', busy), diary('Europe/Amsterdam')],
  })
  test('a whole day off blocks the day from midnight to midnight local time', () => {
    const off = with_(taken('2026-06-08T22:00:00Z', '2026-06-09T22:00:00Z'))
    expect(onDay('2026-06-09', off)).toEqual([])
    expect(onDay('2026-06-08', off).at(-1)).toBeDefined()
    expect(onDay('2026-06-10', off).sort()[0]).toBe('2026-06-10T07:00')
  })
  test('an event that lasts over midnight or for days blocks its whole length', () => {
    const long = with_(taken('2026-06-08T13:00:00Z', '2026-06-10T08:00:00Z'))
    expect(onDay('2026-06-08', long).filter((one) => one >= '2026-06-08T12:45')).toEqual([])
    expect(onDay('2026-06-09', long)).toEqual([])
    expect(onDay('2026-06-10', long).sort()[0]).toBe('2026-06-10T08:00')
  })
  test('two who work at night are proposed times on both sides of midnight, and none by day', () => {
    const night = { from: '22:00', until: '06:00' }
    const found = onDay('2026-06-09', { diaries: [diary('UTC', [], night), diary('UTC', [], night)] }).sort()
    expect(found[0]).toBe('2026-06-09T00:00')
    expect(found.some((one) => one >= '2026-06-09T22:00')).toBe(true)
    expect(found.filter((one) => one > '2026-06-09T05:30' && one < '2026-06-09T22:00')).toEqual([])
  })
  test('a meeting may begin when the previous event ends', () => {
    const rest = with_(
      taken('2026-06-09T00:00:00Z', '2026-06-09T12:00:00Z'),
      taken('2026-06-09T12:30:00Z', '2026-06-09T22:00:00Z'),
    )
    expect(onDay('2026-06-09', rest)).toEqual(['2026-06-09T12:00'])
  })
  test('a full calendar gives no proposal, with that as the reason', () => {
    expect(ask(with_(taken('2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z')))).toEqual({
      proposals: [],
      reason: 'nothing-free',
    })
  })
  test('days off and days away are never proposed', () => {
    const part = { workingDays: [2, 4], awayUntil: '2026-06-09' }
    const diaries = [diary('Europe/Amsterdam'), diary('Europe/Amsterdam', [], part)]
    const days = new Set(starts({ diaries }).map((one) => one.slice(0, 10)))
    expect([...days].sort()).toEqual(['2026-06-11', '2026-06-16', '2026-06-18'])
  })
})

const zones = ['Europe/Amsterdam', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']
const someBusy = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 20 * 24 * 60 }), minutes: fc.integer({ min: 0, max: 2000 }) }),
  { maxLength: 25 },
)
describe('proposed times for random calendars', () => {
  test('every proposed time is free, in working hours, on a quarter of an hour and in the future', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2026-03-20', '2026-06-01', '2026-10-16', '2026-03-31'),
        fc.tuple(fc.constantFrom(...zones), fc.constantFrom(...zones)),
        fc.tuple(someBusy, someBusy),
        fc.constantFrom(15, 30, 45, 60, 90),
        (day, [mine, theirs], busy, minutes) => {
          const now = at(`${day}T08:07:00Z`)
          const diaries = [mine, theirs].map((zone, nth) =>
            diary(
              zone,
              busy[nth]!.map((one) => {
                const start = now.getTime() + one.from * 60_000
                return { start, end: start + one.minutes * 60_000 }
              }),
            ),
          )
          const latest = new Date(now.getTime() + 21 * 86_400_000)
          const { proposals, reason } = ask({ diaries, minutes, now, earliest: now, latest, due: latest })
          expect(proposals.length === 0).toBe(reason !== null)
          for (const { start, end } of proposals) {
            expect([end - start, start % (15 * 60_000)]).toEqual([minutes * 60_000, 0])
            expect(start >= now.getTime() && end <= latest.getTime()).toBe(true)
            for (const { hours, busy: events } of diaries) {
              const [from, until] = [start, end].map((one) =>
                Temporal.Instant.fromEpochMilliseconds(one).toZonedDateTimeISO(hours.timeZone),
              )
              expect(from!.dayOfWeek).toBeLessThan(6)
              expect(from!.hour).toBeGreaterThanOrEqual(9)
              expect(until!.hour * 60 + until!.minute).toBeLessThanOrEqual(17 * 60)
              expect(events.some((one) => one.start < end && start < one.end)).toBe(false)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
