import { describe, expect, it } from 'vitest'
import { isTimeToCommit, timeLeft, untilNextMinute } from './time.ts'

const meeting = { start: '2026-06-02T08:30:00Z', end: '2026-06-02T09:00:00Z' }
const at = (time: string) => timeLeft(meeting, Date.parse(`2026-06-${time}Z`))

describe('time of a conversation', () => {
  it.each([
    ['01T08:30:00', null],
    ['02T08:29:59', { kind: 'before' }],
    ['02T08:30:00', { kind: 'left', minutes: 30 }],
    ['02T08:38:01', { kind: 'left', minutes: 22 }],
    ['02T08:59:59', { kind: 'left', minutes: 1 }],
    ['02T09:00:00', { kind: 'over', minutes: 0 }],
    ['02T09:05:59', { kind: 'over', minutes: 5 }],
    ['02T10:00:01', null],
  ])('the time left at %s is %o', (time, expected) => {
    expect(at(time)).toEqual(expected)
  })

  it.each([
    ['02T08:38:01', 59_000],
    ['02T08:38:00', 60_000],
    ['02T09:00:00', 60_000],
    ['02T09:00:20', 40_000],
  ])('the minute that is shown at %s lasts %i ms', (time, expected) => {
    expect(untilNextMinute(meeting, Date.parse(`2026-06-${time}Z`))).toBe(expected)
  })

  it('it is time for a commitment in the last ten minutes and after the end, and never before the start', () => {
    expect(['02T08:29:00', '02T08:50:00', '02T08:51:00', '02T09:05:00', '02T12:00:00'].map(at)).toMatchObject(
      [{ kind: 'before' }, { minutes: 10 }, { minutes: 9 }, { kind: 'over' }, null],
    )
    expect(
      ['02T08:29:00', '02T08:50:00', '02T08:51:00', '02T09:05:00', '02T12:00:00'].map(at).map(isTimeToCommit),
    ).toEqual([false, false, true, true, false])
  })
})
