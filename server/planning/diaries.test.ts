import { describe, expect, test } from 'vitest'
import type { PersonDocument } from '../person/collection.ts'
import { usualHours } from '../person/working-time.ts'
import { whenOf } from './diaries.ts'

const person = (more: Partial<PersonDocument> = {}): PersonDocument => ({
  _id: 'p',
  tenantId: 't',
  oid: 'o',
  language: 'nl',
  reminders: null,
  timeZone: 'Europe/Amsterdam',
  chat: null,
  chatState: 'absent',
  welcomedAt: null,
  offeredAt: null,
  ...more,
})
const nepal = {
  daysOfWeek: ['sunday', 'monday'],
  startTime: '10:00:00.0000000',
  endTime: '18:00:00.0000000',
  timeZone: 'Nepal Standard Time',
}
const me = { person: person(), found: { busy: [], hours: null } }
const theirs = (known: Parameters<typeof whenOf>[1]) => {
  const { diaries, zones } = whenOf(me, known)
  return { ...diaries[1], zone: zones.theirs }
}

describe('calendars and working hours of both people', () => {
  test('working hours come from the mailbox unless the person chose their own', () => {
    const busy = [{ start: 1, end: 2 }]
    const found = { busy, hours: nepal }
    expect(theirs({ person: person(), found })).toMatchObject({
      busy,
      hours: { workingDays: [1, 7], from: '10:00', until: '18:00' },
      zone: 'Asia/Katmandu',
    })
    const chosen = { ...usualHours('Asia/Tokyo'), awayUntil: '2026-06-12' }
    expect(theirs({ person: person({ reminders: chosen }), found })).toEqual({
      busy,
      hours: chosen,
      zone: 'Asia/Tokyo',
    })
  })

  test('working hours known to Groei stay when the mailbox gives none or unusable ones', () => {
    const known = person({ timeZone: 'Asia/Tokyo' })
    for (const hours of [null, { ...nepal, timeZone: 'tzone://Microsoft/Custom' }])
      expect(theirs({ person: known, found: { busy: [], hours } }).zone).toBe('Asia/Tokyo')
  })

  test('a person of whom nothing is known gets the asker’s working hours and no time zone', () => {
    const mine = { ...me, person: person({ timeZone: 'America/St_Johns' }) }
    const { diaries, zones } = whenOf(mine, { person: null, found: null })
    expect(diaries[1]).toEqual({ busy: [], hours: diaries[0].hours })
    expect(zones).toEqual({ mine: 'America/St_Johns', theirs: null })
  })

  test('a mailbox in a customised zone keeps its hours, in the zone of the asker, and no zone is said', () => {
    const mine = { ...me, person: person({ timeZone: 'Asia/Tokyo' }) }
    const hours = { ...nepal, timeZone: 'Customized Time Zone' }
    const { diaries, zones } = whenOf(mine, { person: null, found: { busy: [], hours } })
    expect(diaries[1].hours).toMatchObject({ timeZone: 'Asia/Tokyo', from: '10:00', until: '18:00' })
    expect(zones.theirs).toBeNull()
  })
})
