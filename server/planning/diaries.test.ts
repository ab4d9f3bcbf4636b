import { expect, test } from 'vitest'
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

test('the mailbox says when somebody works, unless they said so themselves', () => {
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

test('a mailbox that makes no sense, or says nothing, leaves what Groei knew', () => {
  const known = person({ timeZone: 'Asia/Tokyo' })
  for (const hours of [null, { ...nepal, timeZone: 'tzone://Microsoft/Custom' }])
    expect(theirs({ person: known, found: { busy: [], hours } }).zone).toBe('Asia/Tokyo')
})

test('of whom nothing is known works when I do, and their zone is not made up', () => {
  const mine = { ...me, person: person({ timeZone: 'America/St_Johns' }) }
  const { diaries, zones } = whenOf(mine, { person: null, found: null })
  expect(diaries[1]).toEqual({ busy: [], hours: diaries[0].hours })
  expect(zones).toEqual({ mine: 'America/St_Johns', theirs: null })
})
