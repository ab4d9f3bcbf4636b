import type { Attendee, Event } from '@microsoft/microsoft-graph-types'
import { iCalUIdOf } from '../calendar/ids.ts'
import type { Held } from '../calendar/mailbox.ts'
import { exchangeNameOf } from '../calendar/exchange-name.ts'
import type { Store } from '../store.ts'

/** Ways in which the real service answered at times, each with its public thread (infra/sandbox/README.md). */
export const oddities = [
  'answers-doubled',
  'organiser-by-exchange-name',
  'rooms-required',
  'attendees-without-addresses',
  'one-id-for-a-series',
  'no-ids',
  'customised-zone',
  'installs-untold',
] as const
export type Oddity = (typeof oddities)[number]

/** The properties of an event that read otherwise than they should. */
export function oddly(store: Store, { item }: Held, event: Event): Partial<Event> {
  const is = (one: Oddity) => store.oddities.has(one)
  const organiser = store.directory.person(item.organiser)
  let attendees = event.attendees ?? []
  if (is('answers-doubled')) attendees = [...attendees, ...doubled(store, attendees)]
  if (is('rooms-required'))
    attendees = attendees.map((one) => (one.type === 'resource' ? { ...one, type: 'required' } : one))
  if (is('attendees-without-addresses'))
    attendees = attendees.map(({ status }) => ({ ...(status ? { status } : {}) }))
  return {
    attendees,
    ...(is('organiser-by-exchange-name') && organiser
      ? { organizer: { emailAddress: { name: organiser.name, address: exchangeNameOf(organiser) } } }
      : {}),
    ...(is('one-id-for-a-series') ? { iCalUId: iCalUIdOf(item.id) } : {}),
    ...(is('no-ids') ? { iCalUId: null } : {}),
    ...(is('customised-zone') ? { originalStartTimeZone: 'tzone://Microsoft/Custom' } : {}),
  }
}

/** People who answered are listed once more, by the name that Exchange has for them, as if they had declined. */
const doubled = (store: Store, attendees: Attendee[]): Attendee[] =>
  attendees.flatMap(({ type, status, emailAddress }) => {
    const [person] = store.directory.at(emailAddress?.address ?? '')
    if (type === 'resource' || status?.response === 'none' || !person) return []
    const again = { name: person.name, address: exchangeNameOf(person) }
    return [
      { type: 'optional', status: { response: 'declined', time: status?.time ?? null }, emailAddress: again },
    ]
  })
