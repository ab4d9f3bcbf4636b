import type { Event } from '@microsoft/microsoft-graph-types'
import { describe, expect, test } from 'vitest'
import { me, oneOnOne, other, pairKey } from './one-on-one.ts'

const person = (name: string, type: 'required' | 'resource' = 'required') => ({
  type,
  emailAddress: { name, address: `${name}@Example.com` },
})
const event = (more: Event = {}): Event => ({
  id: 'id',
  iCalUId: 'ical',
  start: { dateTime: '2026-06-02T08:30:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-06-02T09:00:00.0000000', timeZone: 'UTC' },
  organizer: person('sanne'),
  attendees: [person('milan')],
  isOrganizer: true,
  type: 'occurrence',
  ...more,
})
const reason = (more: Event) => {
  const found = oneOnOne(event(more))
  return found.ok ? ['one-on-one'] : [found.reason, found.eligibility]
}

describe('recognising a 1-on-1 in a calendar event', () => {
  test.each([
    ['two people', {}, ['one-on-one']],
    ['with a room', { attendees: [person('milan'), person('eik', 'resource')] }, ['one-on-one']],
    ['the organiser listed too', { attendees: [person('sanne'), person('milan')] }, ['one-on-one']],
    ['three people', { attendees: [person('milan'), person('tom')] }, ['not-a-one-on-one', 'others-invited']],
    ['nobody else', { attendees: [] }, ['not-a-one-on-one', 'not-of-two']],
    ['only a room', { attendees: [person('eik', 'resource')] }, ['not-a-one-on-one', 'not-of-two']],
    ['all day', { isAllDay: true }, ['not-a-one-on-one', 'not-of-two']],
    ['hidden who is in it', { hideAttendees: true }, ['not-a-one-on-one', 'not-of-two']],
    ['cancelled', { isCancelled: true }, ['meeting-cancelled', 'cancelled']],
    ['no organiser', { organizer: null }, ['not-a-one-on-one', 'not-of-two']],
  ] as [string, Event, string[]][])(
    'an event is recognised as a 1-on-1 or refused with a reason: %s',
    (_name, more, expected) => {
      expect(reason(more)).toEqual(expected)
    },
  )

  test('the organiser flag decides which of the two is me, and the pair key is the same from both sides', () => {
    const mine = oneOnOne(event())
    const theirs = oneOnOne(event({ isOrganizer: false }))
    if (!mine.ok || !theirs.ok) throw new Error('not read')
    expect([me(mine.meeting).name, other(mine.meeting).name]).toEqual(['sanne', 'milan'])
    expect([me(theirs.meeting).name, other(theirs.meeting).name]).toEqual(['milan', 'sanne'])
    expect(pairKey(mine.meeting)).toBe('milan@example.com|sanne@example.com')
    expect(mine.meeting.start.toISOString()).toBe('2026-06-02T08:30:00.000Z')
  })

  test('the time zone is the one the meeting was planned in, or null when that is unknown', () => {
    const zone = (originalStartTimeZone: string | null) => {
      const found = oneOnOne(event({ originalStartTimeZone }))
      return found.ok ? found.meeting.timeZone : 'not read'
    }
    expect(zone('Nepal Standard Time')).toBe('Asia/Katmandu')
    expect(zone('tzone://Microsoft/Custom')).toBeNull()
    expect(zone(null)).toBeNull()
  })
})
