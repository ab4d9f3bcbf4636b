import { describe, expect, test } from 'vitest'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import type { Member } from '../pair/collection.ts'
import { nextInvite, nextInviteFor, stayAfter } from './next-invite-data.ts'

const meeting = (day: number, more: Partial<OneOnOne> = {}): OneOnOne => ({
  eventId: String(day),
  iCalUId: String(day),
  subject: '',
  start: new Date(Date.UTC(2026, 5, day, 9)),
  end: new Date(Date.UTC(2026, 5, day, 10)),
  timeZone: 'UTC',
  joinUrl: null,
  isRecurring: true,
  seriesId: null,
  isPrivate: false,
  isOrganiser: true,
  organiser: { name: 'a', address: 'a' },
  attendee: { name: 'b', address: 'b' },
  ...more,
})
const held = { iCalUId: '2', heldAt: new Date(Date.UTC(2026, 5, 2, 9)) }

describe('next invite of a pair', () => {
  test('the next invite is that of the pair’s first meeting that has not begun', () => {
    const calendar = [meeting(16), meeting(9), meeting(2), meeting(1)]
    const during = new Date(Date.UTC(2026, 5, 2, 9, 30))
    expect(nextInvite(calendar, held, during)?.iCalUId).toBe('9')
    expect(nextInvite(calendar, held, new Date(Date.UTC(2026, 5, 9, 9, 1)))?.iCalUId).toBe('16')
    expect(nextInvite(calendar, held, new Date(Date.UTC(2026, 6, 1)))).toBeNull()
    // Finished before it began: still not into its own invite.
    expect(nextInvite([meeting(2), meeting(9)], held, new Date(Date.UTC(2026, 5, 1)))?.iCalUId).toBe('9')
    // Moved behind another one after it was finished: that one is next, whatever the order once was.
    const postponed = [meeting(2, { start: meeting(12).start, end: meeting(12).end }), meeting(9)]
    expect(nextInvite(postponed, held, during)?.iCalUId).toBe('9')
  })

  test('the section stays in its invite during the meeting and for a fixed time afterwards', () => {
    const calendar = [meeting(9), meeting(16)]
    const next = (hours: number, carries: string | null) =>
      nextInvite(calendar, held, new Date(meeting(9).end.getTime() + hours * 60 * 60_000), carries)?.iCalUId
    expect(next(-0.5, '9')).toBe('9')
    expect(next(stayAfter / 3_600_000 - 0.1, '9')).toBe('9')
    expect(next(stayAfter / 3_600_000, '9')).toBe('16')
    // A section that is not there yet is not written into a conversation that has begun.
    expect(next(-0.5, null)).toBe('16')
  })

  test('two meetings at the same moment are in the same order in every calendar', () => {
    const twins = [meeting(9, { iCalUId: 'b' }), meeting(9, { iCalUId: 'a' })]
    for (const calendar of [twins, [...twins].reverse()])
      expect(nextInvite(calendar, held, meeting(2).start)?.iCalUId).toBe('a')
  })

  test('a meeting is the pair’s by either organiser and any known address, but not with somebody else', () => {
    const member = (address: string, addresses?: string[]) => ({
      address,
      name: address,
      oid: address,
      role: 'coach' as const,
      ...(addresses ? { addresses } : {}),
    })
    const pair = { members: [member('a'), member('b', ['b', 'b.old'])] as [Member, Member] }
    const conversation = {
      iCalUId: '2',
      meeting: meeting(2),
      publication: null,
    } as unknown as ConversationDocument
    const next = (more: Partial<OneOnOne>) =>
      nextInviteFor(conversation, pair, [meeting(9, more)], meeting(2).start)
    const by = (organiser: string, attendee: string) =>
      next({
        organiser: { name: organiser, address: organiser },
        attendee: { name: attendee, address: attendee },
      })?.iCalUId
    expect([by('b', 'a'), by('a', 'b.old'), by('b.old', 'a')]).toEqual(['9', '9', '9'])
    expect([by('a', 'c'), by('b', 'b.old')]).toEqual([undefined, undefined])
  })
})
