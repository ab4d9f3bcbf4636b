import type { Attendee, Event, Location } from '@microsoft/microsoft-graph-types'
import { describe, expect, test } from 'vitest'
import { oneOnOne } from './one-on-one.ts'
import { whoIsIn, type People } from './who.ts'

const recipients =
  '/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=bdc77b18152647a29d28ce1188376dc9'
const at = (name: string) => `${name}@contoso.com`
const as = (address: string, more: Partial<Attendee> & { name?: string } = {}): Attendee => {
  const { name, ...rest } = more
  return { type: 'required', emailAddress: { address, ...(name === undefined ? {} : { name }) }, ...rest }
}
const declined = { status: { response: 'declined' } } as const
const event = (attendees: Attendee[] | null | undefined, more: Event = {}): Event => ({
  id: 'id',
  iCalUId: 'ical',
  start: { dateTime: '2026-06-02T08:30:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-06-02T09:00:00.0000000', timeZone: 'UTC' },
  organizer: as(at('sanne')),
  attendees: attendees ?? null,
  isOrganizer: true,
  ...more,
})
const milan = as(at('milan'))
/** The two as read, or why it is none. */
const two = (attendees: Attendee[], more: Event = {}, people?: People) => {
  const read = oneOnOne(event(attendees, more), people)
  if (!read.ok) return read.eligibility ?? read.reason
  return [read.meeting.organiser.address, read.meeting.attendee.address]
}
const sanneAndMilan = [at('sanne'), at('milan')]

describe('somebody without a name', () => {
  test('is called by their address, as far as a name goes', () => {
    const written = `${'a'.repeat(200)}\u202e\n@contoso.com`
    expect(whoIsIn(event([as(written, { name: '\u200b' })]))?.others[0]?.name).toBe(`${'a'.repeat(79)}…`)
    expect(whoIsIn(event([as('a\u202eb\n@contoso.com')]))?.others[0]?.name).toBe('ab@contoso.com')
    expect(whoIsIn(event([milan]))?.others[0]?.name).toBe(at('milan'))
  })
})

describe('one person by several addresses', () => {
  test.each<[string, string, string?]>([
    ['Exchange’s name with the alias', `${recipients}-milan`, 'Milan'],
    ['in capitals', `${recipients}-milan`.toUpperCase()],
    ['with a prefix', `X500:${recipients}-milan`],
    ['with another prefix', `EX:${recipients}-milan`],
    ['by name only', '/o=First Organization/cn=Recipients/cn=00067FFE8A0C12AB', 'Milan'],
    ['that says nothing', '/o=First Organization/cn=Recipients/cn=00067FFE8A0C12AB'],
    [
      'inside a mail address',
      'IMCEAEX-_o=ExchangeLabs_ou=x_cn=Recipients_cn=bdc77b18152647a29d28ce1188376dc9+2Dmilan@eurprd01.prod.outlook.com',
    ],
    ['the same mail address', 'Milan@Contoso.COM'],
    ['with a prefix of mail', 'SMTP:milan@contoso.com'],
    ['with two', 'smtp:mailto:milan@contoso.com'],
    ['of calls', 'sip:milan@contoso.com'],
    ['with blanks', '  milan@contoso.com '],
    ['in quotes', "'milan@contoso.com'"],
    ['with a quoted first part', '"milan"@contoso.com'],
    ['with its name', 'Milan Bakker <milan@contoso.com>'],
    ['with a dot at the end', 'milan@contoso.com.'],
    ['in typographic quotes', '‘milan@contoso.com’'],
    ['with what divides it from the next', 'Milan Bakker <milan@contoso.com>;'],
    ['with a comment', 'milan@contoso.com (Milan)'],
    ['as a link', 'mailto:milan%40contoso.com?subject=1-op-1'],
    ['as a link of calls', 'sips:milan@contoso.com;transport=tls'],
    ['with signs that are not seen', '\u200emilan@contoso.com\u200b'],
    ['of mail inside one of mail', 'IMCEASMTP-milan+40contoso+2Ecom@contoso.com'],
    ['inside a mail address of another kind', 'IMCEAX500-_o=x_cn=Recipients_cn=milan@contoso.com'],
    ['without its first slash', 'o=ExchangeLabs/ou=x/cn=Recipients/cn=milan'],
    ['with its mail address for a name', `${recipients}-x7`, "'milan@contoso.com'"],
    ['by a word that is no address', 'Milan'],
    ['by X.400', 'c=nl;a= ;p=contoso;o=exchange;s=bakker', 'Milan'],
  ])('an attendee who is listed again is one person: %s', (_what, address, name) => {
    for (const answer of [declined, {}]) {
      const again = as(address, { type: 'optional', ...answer, ...(name ? { name } : {}) })
      expect(two([milan, again])).toEqual(sanneAndMilan)
      expect(two([again, milan])).toEqual(sanneAndMilan)
    }
  })

  test('a long alias that Exchange cut is the same person, and dots and accents make no other', () => {
    const organizer = as(at('s.de-vries'), { name: 'Sanne de Vries' })
    const long = as('m.bakker-van.dijk@contoso.com', { name: 'Bakker-van Dijk, Milàn' })
    for (const [address, name] of [[`${recipients}-mbakkerv`], [`${recipients}-x`, 'Milan Bakker-van Dijk']])
      expect(two([long, as(address!, name ? { name } : {})], { organizer })).toEqual([
        's.de-vries@contoso.com',
        'm.bakker-van.dijk@contoso.com',
      ])
  })

  test('somebody else by a name of Exchange’s is somebody else', () => {
    expect(two([milan, as(`${recipients}-tom`, { name: 'Tom Visser' })])).toBe('others-invited')
    expect(two([milan, as(`${recipients}-tom`)])).toBe('others-invited')
    expect(two([as(`${recipients}-tom`, { name: 'Tom Visser' })])).toEqual([
      at('sanne'),
      `${recipients}-tom`.toLowerCase(),
    ])
  })

  test('addresses that differ stay two people, such as those with a plus', () => {
    for (const other of [
      'milan+hr@contoso.com',
      'milan@contoso.org',
      'milan.b@contoso.com',
      '"mi lan"@contoso.com',
    ])
      expect([other, two([milan, as(other)])]).toEqual([other, 'others-invited'])
  })

  test('addresses that a person is known by are theirs, mail or not', () => {
    const people = [
      [at('sanne'), at('s.devries')],
      [at('milan'), 'mb@old.example', `${recipients}-x9`],
    ]
    expect(two([milan, as('MB@old.example')], {}, people)).toEqual(sanneAndMilan)
    expect(two([milan, as(`${recipients}-x9`, { name: 'Iemand' })], {}, people)).toEqual(sanneAndMilan)
    expect(two([as(`${recipients}-x9`, { name: 'Iemand' })], {}, people)).toEqual(sanneAndMilan)
    expect(two([milan, as(at('s.devries'))], {}, people)).toEqual(sanneAndMilan)
  })

  test('who organises it is the owner of the calendar when Graph says so, by whatever address', () => {
    const organizer = as(`${recipients}-sanne`, { name: 'Sanne' })
    const people = [[at('sanne')]]
    expect(two([milan], { organizer }, people)).toEqual(sanneAndMilan)
    expect(two([as(at('sanne')), milan], { organizer }, people)).toEqual(sanneAndMilan)
    // Nothing is known of them: the mail address beside it is theirs.
    expect(two([as(at('sanne')), milan], { organizer })).toEqual(sanneAndMilan)
    expect(two([as(at('sanne')), milan], { organizer, isOrganizer: false })).toEqual(sanneAndMilan)
    // By an address that is not among their own, with one that is among the attendees.
    expect(two([as(at('sanne')), milan], { organizer: as(at('sdv')) }, people)).toEqual([
      at('sdv'),
      at('milan'),
    ])
    // Listed as an attendee too, in the same words.
    expect(two([as(`${recipients}-sanne`), milan], { organizer }, people)).toEqual(sanneAndMilan)
  })
})

describe('rooms by location', () => {
  const room = as('Room.Eik@contoso.com')
  test.each<[string, Event]>([
    [
      'its address',
      { locations: [{ locationEmailAddress: 'room.eik@contoso.com', locationType: 'conferenceRoom' }] },
    ],
    ['its URI', { locations: [{ locationUri: 'mailto:room.eik@contoso.com', locationType: 'default' }] }],
    ['its id', { locations: [{ uniqueId: 'room.eik@contoso.com', uniqueIdType: 'directory' } as Location] }],
    ['the one location', { location: { locationUri: 'ROOM.EIK@contoso.com' } }],
    ['a hotel', { locations: [{ locationEmailAddress: 'room.eik@contoso.com', locationType: 'hotel' }] }],
  ])('an attendee is a room when a location has %s', (_what, more) => {
    for (const type of ['required', 'optional'] as const)
      expect(two([milan, { ...room, type }], more)).toEqual(sanneAndMilan)
    expect(whoIsIn(event([milan, room], more))?.rooms).toHaveLength(1)
  })

  test('a room that stands in it by its name is one, and a person who is called like a place is not', () => {
    const eik = as('eik.boeken@contoso.com', { name: 'Zaal Eik' })
    const place = { displayName: 'Zaal Eik', locationType: 'conferenceRoom' as const }
    expect(two([milan, eik], { locations: [place] })).toEqual(sanneAndMilan)
    expect(two([milan, as(`${recipients}-eik`, { name: 'Zaal Eik' })], { location: place })).toEqual(
      sanneAndMilan,
    )
    expect(two([milan, eik], { location: { ...place, locationType: 'default' } })).toBe('others-invited')
    expect(two([milan, eik], { locations: [place] }, [[at('sanne')], ['eik.boeken@contoso.com']])).toBe(
      'others-invited',
    )
  })

  test('somebody at whose home or desk it is, or who is known, is no room', () => {
    const home = { locations: [{ locationEmailAddress: at('milan'), locationType: 'homeAddress' as const }] }
    expect(two([milan], home)).toEqual(sanneAndMilan)
    const desk = { locations: [{ locationEmailAddress: at('milan') }] }
    expect(two([milan], desk, [[at('sanne')], [at('milan')]])).toEqual(sanneAndMilan)
    expect(two([milan, as(at('tom'))], { locations: [{ displayName: 'tom@contoso.com' }] })).toBe(
      'others-invited',
    )
  })
})

describe('services that take notes', () => {
  const found = (...attendees: Attendee[]) => {
    const read = oneOnOne(event(attendees))
    return read.ok ? (read.meeting.noteTakers ?? []).map(({ address }) => address) : read.eligibility
  }
  test.each([
    'fred@fireflies.ai',
    'notetaker@otter.ai',
    'x@mail.read.ai',
    'meet@Fellow.app',
    'note-taker@contoso.com',
  ])('beside two people %s is asked about', (address) =>
    expect(found(milan, as(address))).toEqual([address.toLowerCase()]),
  )

  test.each([
    'AI Notetaker',
    'Fireflies.ai Notetaker',
    'Milan’s Otter.ai',
    'Notulist (bot)',
    'Meeting Recorder',
    'Sanne’s Note-taker',
  ])('by the name “%s” somebody of any domain is asked about', (name) => {
    expect(found(milan, as('bot@service.example', { name }))).toEqual(['bot@service.example'])
    expect(found(milan, as(at('bot'), { name }))).toEqual([at('bot')])
  })

  test('several are all asked about, and nobody whose domain is only like theirs', () => {
    expect(found(milan, as('a@otter.ai'), as('b@read.ai'))).toEqual(['a@otter.ai', 'b@read.ai'])
    for (const other of ['tom@notread.ai', 'tom@read.ai.example.com', 'tom@contoso.com'])
      expect([other, found(milan, as(other))]).toEqual([other, 'others-invited'])
  })

  test('who works at such a service talks with one of them like anybody else', () => {
    expect(two([as('ann@otter.ai')])).toEqual([at('sanne'), 'ann@otter.ai'])
    const organizer = as('bo@otter.ai')
    expect(two([as('ann@otter.ai'), as('cy@otter.ai')], { organizer })).toBe('others-invited')
    const bob = as('cy@otter.ai', { name: 'Cy (Otter.ai)' })
    expect(two([as('ann@otter.ai'), bob], { organizer })).toBe('others-invited')
    for (const name of ['Tom Reader', 'Otter Visser', 'Anna Recorder'])
      expect([name, found(milan, as(at('tom'), { name }))]).toEqual([name, 'others-invited'])
  })
})

describe('somebody who declined', () => {
  const whoDeclined = (...attendees: Attendee[]) => {
    const read = oneOnOne(event(attendees))
    return read.ok
      ? [read.meeting.attendee.address, read.meeting.declined?.map(({ name }) => name)]
      : read.eligibility
  }
  const tom = as(at('tom'), { name: 'Tom', type: 'optional' })

  test('is said by name, beside the two who talk', () => {
    expect(whoDeclined(milan, { ...tom, ...declined })).toEqual([at('milan'), ['Tom']])
    expect(whoDeclined({ ...milan, ...declined }, tom)).toEqual([at('tom'), ['milan@contoso.com']])
    expect(whoDeclined(milan, tom)).toBe('others-invited')
  })

  test('is still one of the two when there is nobody else', () => {
    expect(whoDeclined({ ...milan, ...declined })).toEqual([at('milan'), undefined])
    expect(whoDeclined({ ...milan, ...declined }, { ...tom, ...declined })).toBe('others-invited')
  })

  test('comes when one of two answers says so', () => {
    expect(whoDeclined(milan, { ...milan, ...declined })).toEqual([at('milan'), undefined])
    expect(whoDeclined({ ...milan, ...declined }, milan, tom)).toBe('others-invited')
  })
})

describe('answers without addresses', () => {
  test.each<[string, Attendee[] | null]>([
    ['only how somebody answered', [{ status: { response: 'accepted' } }]],
    ['an empty address', [as(''), as('')]],
    ['a name', [{ type: 'required', emailAddress: { name: 'Milan' } }]],
    ['words that are no address', [as('undisclosed-recipients:;')]],
    ['an address of nobody', [as('.invalid')]],
    ['one of two', [milan, { status: { response: 'none' } }]],
    ['no list', null],
  ])('nothing follows from attendees of which the answer has %s', (_what, attendees) => {
    expect(oneOnOne(event(attendees))).toEqual({
      ok: false,
      reason: 'microsoft-unavailable',
      eligibility: null,
    })
  })

  test('nothing follows from an organiser without one', () => {
    expect(two([milan], { organizer: { emailAddress: {} } })).toBe('microsoft-unavailable')
    expect(two([milan], { organizer: { emailAddress: {} } }, [[at('sanne')]])).toEqual(sanneAndMilan)
  })

  test('three who are there are a group, whatever is missing; an empty list is nobody', () => {
    expect(two([milan, as(at('tom')), {}])).toBe('others-invited')
    expect(two([])).toBe('not-of-two')
    expect(two([milan, { type: 'resource', status: {} }])).toEqual(sanneAndMilan)
  })
})

describe('a long list of attendees', () => {
  test('is read in a moment, whatever stands in it', () => {
    const many = (address: (n: number) => string) =>
      Array.from({ length: 5000 }, (_, n) => as(address(n), { name: `Naam ${n} `.repeat(30) }))
    // The thread's own work: what else the machine does is not counted.
    const begin = process.threadCpuUsage()
    for (const one of [
      (n: number) => `${recipients}-p${n}`,
      (n: number) => at(`p${n}`),
      (n: number) => '"<'.repeat(400 + n),
    ])
      expect(two(many(one), {}, [[at('sanne')]])).toBe('others-invited')
    const { user, system } = process.threadCpuUsage(begin)
    expect((user + system) / 1000).toBeLessThan(5000)
  })
})
