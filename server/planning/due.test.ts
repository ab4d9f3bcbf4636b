import { describe, expect, test } from 'vitest'
import { dueConversation, usualOf } from './due.ts'

const conversation = (start: string, minutes = 45) => ({
  start: new Date(start),
  end: new Date(Date.parse(start) + minutes * 60_000),
})
const weekly = ['2026-05-19T08:30:00Z', '2026-06-02T08:30:00Z', '2026-05-26T08:30:00Z'].map((one) =>
  conversation(one),
)
const now = new Date('2026-06-03T10:00:00Z')

describe('due date, length and interval of the next meeting', () => {
  test('the next meeting is as long as the last one and due the usual interval after it', () => {
    expect(dueConversation(weekly, null, now)).toEqual({
      minutes: 45,
      everyWeeks: 1,
      due: new Date('2026-06-09T08:30:00Z'),
      earliest: new Date('2026-06-05T20:30:00Z'),
      latest: new Date('2026-06-30T08:30:00Z'),
    })
  })

  test('an agreed interval wins over the usual interval', () => {
    const { due, everyWeeks, earliest } = dueConversation(weekly, 8, now)
    expect([due.toISOString(), everyWeeks]).toEqual(['2026-07-28T08:30:00.000Z', 8])
    expect(earliest.toISOString()).toBe('2026-07-18T08:30:00.000Z')
  })

  test('an overdue meeting is due as soon as possible, but not within two hours', () => {
    const { earliest, latest } = dueConversation([conversation('2026-03-03T08:30:00Z')], 2, now)
    expect(earliest.toISOString()).toBe('2026-06-03T12:00:00.000Z')
    expect(latest.toISOString()).toBe('2026-06-24T10:00:00.000Z')
  })

  test('two people who never met are proposed half an hour every two weeks', () => {
    const first = dueConversation([], null, now)
    expect(first).toMatchObject({ minutes: 30, everyWeeks: 2, due: now })
  })

  test('one moved meeting or a clock change does not alter the usual weekday and time', () => {
    const conversations = [
      conversation('2026-03-23T09:30:00Z'),
      conversation('2026-03-30T08:30:00Z'),
      conversation('2026-04-08T12:00:00Z', 5),
      conversation('2026-03-16T09:30:00Z'),
    ]
    const starts = conversations.map((one) => one.start)
    expect(usualOf(starts, 'Europe/Amsterdam')).toEqual({ weekday: 1, minute: 630 })
    expect(usualOf(starts, 'UTC')).toEqual({ weekday: 1, minute: 9 * 60 + 30 })
    expect(usualOf(starts.slice(1, 2), 'Asia/Kathmandu')).toEqual({ weekday: 1, minute: 14 * 60 + 15 })
    expect(usualOf([], 'UTC')).toBeNull()
    // The last one was five minutes; no conversation is planned for less than a quarter.
    expect(dueConversation(conversations, null, now).minutes).toBe(15)
  })

  test('the proposed interval is the nearest one that can be agreed on', () => {
    const every = (days: number) => {
      const before = new Date(Date.parse('2026-06-02T08:30:00Z') - days * 86_400_000).toISOString()
      return dueConversation([conversation('2026-06-02T08:30:00Z'), conversation(before)], null, now)
        .everyWeeks
    }
    expect([3, 9, 13, 30, 41, 90].map(every)).toEqual([1, 1, 2, 4, 6, 8])
  })
})
