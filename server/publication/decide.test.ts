import { describe, expect, test } from 'vitest'
import type { PublicationDocument, Target } from '../conversation/collection.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { decide, type Facts, type Found } from './decide.ts'
import type { Closed } from './next-invite-data.ts'

const now = new Date('2026-06-02T10:00:00Z')
const at = (day: number) => new Date(Date.UTC(2026, 5, day, 9))
const invite = (day: number): Target => ({
  iCalUId: String(day),
  subject: 's',
  start: at(day),
  end: at(day),
  eventId: `e${day}`,
  organiser: 'a',
  changeKey: 'k',
})
const meeting = (day: number) => ({ iCalUId: String(day), start: at(day), end: at(day) }) as OneOnOne
const publication = (more: Partial<PublicationDocument> = {}) =>
  ({
    state: 'published',
    reason: null,
    target: invite(9),
    invites: [invite(9)],
    ...more,
  }) as PublicationDocument
const waiting = publication({ state: 'waiting', reason: 'queued', target: null, invites: [] })
const found = (next: number | null, more: Partial<Found> = {}): Found => ({
  next: next === null ? null : meeting(next),
  closed: null,
  isLost: false,
  ...more,
})

type InWords = { into: string; out: string; is: string }

/** In few words: out of which it goes, into which, and what that comes to. */
function decided(seen: Found | Closed, known: PublicationDocument, more: Partial<Facts> = {}): InWords {
  const facts = {
    eligibility: 'one-on-one',
    isSuperseded: false,
    isOver: false,
    isOneNotHere: false,
    now,
  } as const
  const { remove, write, outcome } = decide(seen, { ...facts, publication: known, ...more })
  return {
    out: remove.map((one) => one.iCalUId).join(' '),
    into: write ? `${write.next.iCalUId}${write.stays ? ' stays' : ''}` : '',
    is: outcome.kind === 'waits' ? outcome.reason : outcome.kind,
  }
}
const is = (into: string, out: string, is: string): InWords => ({ into, out, is })

describe('target invite of a section', () => {
  test.each<[string, InWords, InWords]>([
    ['first time', decided(found(9), waiting), is('9', '', 'published')],
    ['where it should be: left alone', decided(found(9), publication()), is('', '', 'published')],
    ['another is nearer', decided(found(5), publication()), is('5', '9', 'published')],
    ['no next', decided(found(null), publication()), is('', '9', 'no-next-meeting')],
    [
      'no next, and where it stands is a conversation that is over',
      decided(found(null), publication({ target: invite(1), invites: [invite(1)] })),
      is('', '', 'no-next-meeting'),
    ],
    [
      'nobody’s calendar can be read',
      decided('organiser-sign-in', publication()),
      is('', '', 'organiser-sign-in'),
    ],
    ['nobody’s mailbox is there', decided('no-mailbox', publication()), is('', '', 'no-mailbox')],
    [
      'the mailbox of the next is not there: it stays',
      decided(found(5, { closed: 'no-mailbox' }), publication()),
      is('', '', 'no-mailbox'),
    ],
    [
      'the next is of somebody who is not here: it stays',
      decided(found(5, { closed: 'organiser-sign-in' }), publication()),
      is('', '', 'organiser-sign-in'),
    ],
    [
      'and where it stands there are others: it does not',
      decided(found(5, { closed: 'organiser-sign-in', isLost: true }), publication()),
      is('', '9', 'organiser-sign-in'),
    ],
  ])('the decision about the target invite is right: %s', (_name, found, expected) =>
    expect(found).toEqual(expected),
  )
})

describe('removal of a section from other invites', () => {
  const twice = publication({ reason: 'not-cleared', target: invite(5), invites: [invite(9), invite(5)] })
  test.each<[string, InWords, InWords]>([
    ['in a later one too', decided(found(5), twice), is('5 stays', '9', 'published')],
    [
      'written, and the answer lost',
      decided(found(5), publication({ state: 'waiting', target: null, invites: [invite(9)] })),
      is('5', '9', 'published'),
    ],
    [
      'written, the answer lost, and then nowhere to go',
      decided(found(null), publication({ state: 'waiting', target: null, invites: [invite(9)] })),
      is('', '9', 'no-next-meeting'),
    ],
    [
      'while something else waits',
      decided(found(16, { closed: 'organiser-sign-in' }), twice),
      is('', '9', 'organiser-sign-in'),
    ],
    [
      'when a later conversation replaced it',
      decided(found(16), twice, { isSuperseded: true }),
      is('', '9 5', 'superseded'),
    ],
    [
      'but not out of a conversation that is over',
      decided(found(9), publication({ target: invite(1), invites: [invite(1), invite(9)] }), {
        isSuperseded: true,
      }),
      is('', '9', 'superseded'),
    ],
    ['also of a pair that ended', decided(found(5), twice, { isOver: true }), is('', '9', 'rests')],
  ])('a section is removed from invites where it may stand: %s', (_name, found, expected) =>
    expect(found).toEqual(expected),
  )
})

describe('refreshing a published section', () => {
  test.each<[string, PublicationDocument]>([
    ['after anything went wrong', publication({ reason: 'microsoft-unavailable' })],
    ['while it may stand elsewhere', publication({ reason: 'not-cleared' })],
    ['when it was finished again', publication({ state: 'waiting' })],
    ['when its invite moved', publication({ target: { ...invite(9), start: at(8) } })],
  ])('a section is written again into its own invite %s', (_name, known) =>
    expect(decided(found(9), known)).toEqual(is('9 stays', '', 'published')),
  )
})

describe('cases in which no section is written', () => {
  test.each<[string, InWords, InWords]>([
    [
      'before both were here',
      decided(found(9), waiting, { isOneNotHere: true }),
      is('', '', 'other-not-here'),
    ],
    [
      'while others are in the conversation',
      decided(found(9), waiting, { eligibility: 'others-invited' }),
      is('', '', 'not-a-one-on-one'),
    ],
    [
      'while one of the two is not in it',
      decided(found(9), waiting, { eligibility: 'not-of-two' }),
      is('', '', 'not-a-one-on-one'),
    ],
    ['after the pair ended', decided(found(9), waiting, { isOver: true }), is('', '', 'rests')],
    [
      'after the pair ended, and it stays',
      decided(found(9), publication(), { isOver: true }),
      is('', '', 'rests'),
    ],
    [
      'after the pair ended, and it leaves where others are',
      decided(found(16, { isLost: true }), publication(), { isOver: true }),
      is('', '9', 'rests'),
    ],
  ])('no section is written %s', (_name, found, expected) => expect(found).toEqual(expected))
})
