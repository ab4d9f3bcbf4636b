import type { Event } from '@microsoft/microsoft-graph-types'
import { describe, expect, test } from 'vitest'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Member } from '../pair/collection.ts'
import { withLookups } from './outside-window-data.ts'
import { effectOfMissing, effectsOf, touchedBy, type Known } from './effects.ts'

const now = new Date('2026-06-02T10:00:00Z')
const day = (n: number, hour = 9) => new Date(Date.UTC(2026, 5, n, hour))
const member = (address: string) => ({ address, name: address, oid: address, role: 'coach' as const })
const pair = { _id: 'p', members: [member('a@x.example'), member('b@x.example')] as [Member, Member] }
const window: [Date, Date] = [day(1), day(60)]
const someone = (name: string) => ({
  type: 'required' as const,
  emailAddress: { name, address: `${name}@x.example` },
})

const event = (n: number, more: Event = {}): Event => ({
  id: `id ${n}`,
  iCalUId: String(n),
  type: 'singleInstance',
  subject: 's',
  start: { dateTime: day(n).toISOString().slice(0, 19), timeZone: 'UTC' },
  end: { dateTime: day(n, 10).toISOString().slice(0, 19), timeZone: 'UTC' },
  organizer: someone('a'),
  attendees: [someone('b')],
  isOrganizer: true,
  ...more,
})
const conversation = (n: number, more: Partial<ConversationDocument> = {}): ConversationDocument =>
  ({
    _id: `conversation ${n}`,
    pairId: 'p',
    iCalUId: String(n),
    meeting: { subject: 's', start: day(n), end: day(n, 10), organiser: 'a@x.example' },
    publication: null,
    ...more,
  }) as ConversationDocument
const published = (in_: number) =>
  conversation(2, {
    publication: {
      state: 'published',
      target: {
        iCalUId: String(in_),
        start: day(in_),
        end: day(in_, 10),
        organiser: 'a@x.example',
        eventId: 'e',
        subject: 's',
        changeKey: 'k',
      },
    } as ConversationDocument['publication'],
  })
const waiting = conversation(2, {
  publication: { state: 'waiting', target: null } as ConversationDocument['publication'],
})

const effects = (events: Event[], known: Partial<Known>, owner = ['a@x.example']) =>
  effectsOf(events, window, owner, { pairs: [pair], conversations: [], active: [], ...known }, now)

describe('effects of a delta sync pass', () => {
  test('a change that Groei itself wrote has no effect', () => {
    const found = effects([event(2), event(9), event(16)], {
      conversations: [conversation(2), conversation(9)],
      active: [published(9)],
    })
    expect(found).toEqual({ meetings: [], eligibilities: [], missing: [], recheck: [] })
  })

  test.each<[string, Event[]]>([
    ['its invite moved', [event(2), event(9, { start: event(10).start, end: event(10).end }), event(16)]],
    ['its invite is gone', [event(2), event(16)]],
    ['another is nearer', [event(2), event(5, { type: 'singleInstance' }), event(9), event(16)]],
    ['somebody else is in it', [event(2), event(9, { attendees: [someone('b'), someone('c')] }), event(16)]],
    [
      'it became a conversation with somebody else',
      [event(2), event(9, { attendees: [someone('c')] }), event(16)],
    ],
    ['it is cancelled', [event(2), event(9, { isCancelled: true }), event(16)]],
  ])('the next invite of a published section is determined again when %s', (_name, events) => {
    expect(effects(events, { active: [published(9)] }).recheck).toEqual(['conversation 2'])
  })

  test.each<[string, Event[]]>([
    ['another is later', [event(2), event(9), event(12, { type: 'singleInstance' })]],
    ['another is over', [event(1), event(2), event(9)]],
    ['it has another subject', [event(2), event(9, { subject: 'x' })]],
    ['somebody of another pair has one nearer', [event(5, { attendees: [someone('c')] }), event(9)]],
  ])('the next invite of a published section stays as it is when %s', (_name, events) => {
    expect(effects(events, { active: [published(9)] }).recheck).toEqual([])
  })

  test('a waiting section looks for its next invite only when a meeting is still to come', () => {
    expect(effects([event(1), event(2)], { active: [waiting] }).recheck).toEqual([])
    expect(effects([event(2), event(30)], { active: [waiting] }).recheck).toEqual(['conversation 2'])
  })

  test('a meeting is missing only when it is gone from the synced window of the organiser’s calendar', () => {
    const known = { conversations: [conversation(9)], active: [published(9)] }
    expect(effects([], known, ['b@x.example'])).toEqual({
      meetings: [],
      eligibilities: [],
      missing: [],
      recheck: [],
    })
    expect(effects([], known).missing).toEqual([conversation(9)])
    // Outside what was read nothing is known.
    expect(effects([], { conversations: [conversation(100)] }).missing).toEqual([])
  })

  test.each<[string, Event[], object]>([
    ['is nowhere', [event(80)], { eligibilities: [{ eligibility: 'cancelled' }], meetings: [] }],
    [
      'was put off beyond it',
      [event(9, { start: event(80).start, end: event(80).end })],
      { eligibilities: [], meetings: [{ conversationId: 'conversation 9', meeting: { start: day(80) } }] },
    ],
    [
      'was put off and given to somebody else',
      [event(9, { start: event(80).start, attendees: [someone('c')] })],
      { eligibilities: [{ eligibility: 'others-invited' }], meetings: [] },
    ],
  ])(
    'one lookup beyond the window settles what became of a missing meeting that %s',
    async (_name, later, expected) => {
      const asked: Date[] = []
      const view = async (from: Date) => {
        asked.push(from)
        return later
      }
      const known = { pairs: [pair], conversations: [conversation(9), conversation(16)], active: [] }
      const found = await withLookups(effects([event(16)], known), { view }, window, known)
      expect(found).toMatchObject({ ...expected, missing: [] })
      // Once, and from where the window ends.
      expect(asked).toEqual([window[1]])
    },
  )

  test('the calendar beyond the window is not read while no meeting is missing', async () => {
    const known = { pairs: [pair], conversations: [conversation(9)], active: [] }
    const view = () => Promise.reject(new Error('looked up'))
    expect(await withLookups(effects([event(9)], known), { view }, window, known)).toMatchObject({
      missing: [],
    })
  })

  test('a conversation is updated when its meeting moves, loses eligibility or becomes a 1-on-1 again', () => {
    const moved = event(9, { start: event(10).start, end: event(10).end })
    expect(effects([moved], { conversations: [conversation(9)] }).meetings).toMatchObject([
      { conversationId: 'conversation 9' },
    ])
    const crowd = event(9, { attendees: [someone('b'), someone('c')] })
    expect(effects([crowd], { conversations: [conversation(9)] }).eligibilities).toEqual([
      { conversationId: 'conversation 9', eligibility: 'others-invited' },
    ])
    const alone = event(9, { attendees: [] })
    expect(effects([alone], { conversations: [conversation(9)] }).eligibilities).toEqual([
      { conversationId: 'conversation 9', eligibility: 'not-of-two' },
    ])
    const known = conversation(9, { eligibility: 'others-invited' })
    expect(effects([crowd], { conversations: [known] }).eligibilities).toEqual([])
    expect(effects([event(9)], { conversations: [known] }).meetings).toHaveLength(1)
  })
})

describe('effects of answers that are not whole', () => {
  const known = { conversations: [conversation(9)], active: [published(9)] }

  test('nothing follows from attendees without addresses', () => {
    const nobody = event(9, { attendees: [{ status: { response: 'accepted' } }] })
    expect(effects([nobody], known)).toEqual({ meetings: [], eligibilities: [], missing: [], recheck: [] })
    expect(effectOfMissing(conversation(9), nobody, [pair])).toEqual({ meetings: [], eligibilities: [] })
  })

  test('occurrences with one id are followed each by itself', () => {
    const ids = [9, 16].map((n) => `abc~${day(n).toISOString().slice(0, 16)}`)
    const shared = (n: number, more: Event = {}) =>
      event(n, { iCalUId: 'abc', type: 'occurrence', originalStart: day(n).toISOString(), ...more })
    const both = [9, 16].map((n, at) => conversation(n, { iCalUId: ids[at]! }))
    const moved = shared(16, { start: event(17).start!, end: event(17).end! })
    expect(effects([shared(9), moved], { conversations: both }).meetings).toMatchObject([
      { conversationId: 'conversation 16', meeting: { start: day(17) } },
    ])
    expect(effects([shared(9)], { conversations: both }).missing).toEqual([both[1]])
    expect(
      touchedBy([{ id: 'x', iCalUId: 'abc', type: 'exception' }], {
        pairs: [pair],
        conversations: both,
        active: [],
      }),
    ).toEqual(['p'])
  })

  test('somebody who declined is said by name, and the section leaves the invite that they can read', () => {
    const declined = { ...someone('c'), status: { response: 'declined' as const } }
    const found = effects([event(9, { attendees: [someone('b'), declined] })], known)
    expect(found.meetings).toMatchObject([
      { conversationId: 'conversation 9', meeting: { declined: [{ name: 'c' }] } },
    ])
    expect([found.eligibilities, found.recheck]).toEqual([[], ['conversation 2']])
    const told = conversation(9, { eligibility: 'others-declined', declined: ['c'] })
    expect(
      effects([event(9, { attendees: [someone('b'), declined] })], { conversations: [told] }).meetings,
    ).toEqual([])
    expect(effects([event(9)], { conversations: [told] }).meetings).toHaveLength(1)
  })

  test('a service that takes notes is somebody else until the two said that it is nobody', () => {
    const bot = { emailAddress: { address: 'fred@fireflies.ai', name: 'Fred' } }
    const met = [event(9, { attendees: [someone('b'), bot] })]
    const said = (isPerson: boolean) => ({
      ...pair,
      noteTakers: [{ address: 'fred@fireflies.ai', isPerson, by: 'coach' as const, at: now }],
    })
    const eligible = (pairs: Known['pairs']) =>
      effects(met, { ...known, pairs }).eligibilities.map((one) => one.eligibility)
    expect([eligible([pair]), eligible([said(true)]), eligible([said(false)])]).toEqual([
      ['others-invited'],
      ['others-invited'],
      [],
    ])
  })
})

describe('pairs touched by a delta sync pass', () => {
  const pairs = [pair, { _id: 'q', members: [member('a@x.example'), member('d@x')] as [Member, Member] }]

  test('a pass touches the pairs named in its events, and a changed series touches every pair', () => {
    const touched = (...events: Event[]) => touchedBy(events, { pairs, conversations: [], active: [] })
    expect(touched(event(9))).toEqual(['p'])
    expect(touched(event(9, { attendees: [someone('c')] }), { id: 'bare', type: 'occurrence' })).toEqual([])
    expect(touched(event(9, { type: 'seriesMaster', attendees: [someone('c')] }))).toEqual(['p', 'q'])
  })

  test('a meeting with a replaced attendee touches the pair known from its conversation or its section', () => {
    const replaced = event(9, { type: 'singleInstance', attendees: [someone('c')] })
    expect(touchedBy([replaced], { pairs, conversations: [conversation(9)], active: [] })).toEqual(['p'])
    const target = { iCalUId: 'elsewhere', eventId: 'id 9' }
    const written = conversation(2, { publication: { target, invites: [target] } as never })
    expect(touchedBy([replaced], { pairs, conversations: [], active: [written] })).toEqual(['p'])
  })
})
