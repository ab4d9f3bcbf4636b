import type { Attendee, Event, Location } from '@microsoft/microsoft-graph-types'
import { addressOf, isExchangeName } from '../graph/addresses.ts'
import { evidenceOf, fits } from './exchange-names.ts'
import { mayTakeNotes } from './note-takers.ts'
import { personName } from '../contract/person-name.ts'

export type Participant = { name: string; address: string }

/** People that are known by several addresses, those of the calendar's owner first: each the main one first. */
export type People = readonly (readonly string[])[]

export type Who = {
  organiser: Participant
  /** Everybody else, once each. Who declined is among them only when nobody else is left. */
  others: Participant[]
  declined: Participant[]
  /** Beside one other person: perhaps services that take notes. */
  noteTakers: Participant[]
  rooms: Participant[]
}

type Row = Participant & { hasDeclined: boolean }

/**
 * Reads who is in a meeting out of an event as Graph gives it: one list of addresses, in which a person may stand twice, by
 * mail and by a name of Exchange's, and rooms and services stand as people (docs/platform-facts.md, Events and their ids).
 * Null when the answer does not say it.
 * @param knownPeople whose addresses are known, the calendar's owner first
 */
export function whoIsIn(event: Event, knownPeople: People = []): Who | null {
  const people = knownPeople.map((all) => all.map(addressOf))
  const known = new Map(people.toReversed().flatMap((all) => all.map((one) => [one, all[0] ?? one] as const)))
  const asKnown = (address: string) => known.get(address) ?? address
  const [rows, rooms] = [new Map<string, Row>(), new Map<string, Participant>()]
  const ofExchange: Row[] = []
  let isWhole = event.attendees != null
  const written = addressOf(event.organizer?.emailAddress?.address)
  const organiser = organiserOf(event, people[0] ?? [])
  const places = placesOf(event)
  const roomNames = roomNamesOf(event)
  for (const attendee of event.attendees ?? []) {
    const row = rowOf(attendee)
    const isKnown = known.has(row.address) || row.address === written
    const isPlace = places.has(row.address) || (row.name !== row.address && roomNames.has(row.name))
    if (attendee.type === 'resource' || (isPlace && !isKnown)) rooms.set(row.address || row.name, row)
    else if (!row.address) isWhole = false
    else if (!row.address.includes('@') && !isKnown) ofExchange.push(row)
    else addTo(rows, asKnown(row.address), row)
  }
  for (const row of ofExchange) isWhole = placeExchangeName(row, rows, organiser, people) && isWhole
  const mine = event.isOrganizer ? (people[0]?.[0] ?? '') : ''
  for (const one of [written, organiser.address, mine]) rows.delete(asKnown(one))
  if (isExchangeName(organiser.address) && rows.size > 1) takeTwin(organiser, rows)
  if (!organiser.address && event.organizer?.emailAddress) isWhole = false
  if (!isWhole && rows.size < 2) return null
  return { organiser, ...told([...rows.values()], organiser, known), rooms: [...rooms.values()] }
}

/** Events in which a name of Exchange's stands: who that is their owner's own addresses may tell. */
export const namesByExchange = ({ organizer, attendees }: Event): boolean =>
  [organizer, ...(attendees ?? [])].some((one) => isExchangeName(addressOf(one?.emailAddress?.address)))

const named = (email: { name?: string | null; address?: string | null } | null | undefined): Participant => {
  const address = addressOf(email?.address)
  return { address, name: personName(email?.name ?? '') || personName(address) }
}

/** The organiser is the calendar's owner when Graph says so, by whatever address. */
function organiserOf({ organizer, isOrganizer }: Event, owner: readonly string[]): Participant {
  const one = named(organizer?.emailAddress)
  const main = owner.find((address) => !isExchangeName(address))
  const isUnclear = !one.address || isExchangeName(one.address)
  return isOrganizer && main && isUnclear ? { name: one.name || main, address: main } : one
}

function rowOf({ emailAddress, status }: Attendee): Row {
  return { ...named(emailAddress), hasDeclined: status?.response === 'declined' }
}

/** A home or a desk has the address of a person, who may be in the meeting. */
const ofPeople = new Set(['homeAddress', 'businessAddress'])

function placesOf({ location, locations }: Event): Set<string> {
  const all = [location, ...(locations ?? [])].filter(
    (one): one is Location => one != null && !ofPeople.has(one.locationType ?? ''),
  )
  const named = all.flatMap((one) => [one.locationEmailAddress, one.locationUri, one.uniqueId])
  return new Set(named.map(addressOf).filter((one) => one.includes('@')))
}

/** A room may stand among the attendees by its name, with whatever address. */
const roomNamesOf = ({ location, locations }: Event): Set<string> =>
  new Set(
    [location, ...(locations ?? [])]
      .filter((one) => one?.locationType === 'conferenceRoom')
      .map((one) => personName(one?.displayName ?? ''))
      .filter(Boolean),
  )

/** Two answers of one person become one: the one that comes to the meeting counts, and an address of mail is the better one. */
function addTo(rows: Map<string, Row>, key: string, row: Row): void {
  const before = rows.get(key)
  const hasDeclined = row.hasDeclined && (before?.hasDeclined ?? true)
  const address = isExchangeName(row.address) ? key : row.address
  rows.set(key, { ...row, address, ...before, hasDeclined })
}

/** More of Exchange's names than this are not looked at one by one: it is a group anyway. */
const mostPlaced = 10

/**
 * A name of Exchange's, or one that it could not resolve, is that of one who is there by mail or is known, or nobody's as far as
 * it says; else one more person.
 * @returns whether anything follows from it: words that are no address may be anybody
 */
function placeExchangeName(
  row: Row,
  rows: Map<string, Row>,
  organiser: Participant,
  people: People,
): boolean {
  if (rows.size >= mostPlaced) {
    addTo(rows, row.address, row)
    return true
  }
  // Some clients put the address of mail where the name stands.
  const inName = addressOf(row.name)
  if (inName.includes('@') && (inName === organiser.address || rows.has(inName))) return true
  const evidence = evidenceOf(row.address, row.name)
  const isKnowable = isExchangeName(row.address) || rows.size > 0
  if (!evidence) {
    if (rows.size === 0) addTo(rows, row.address, row)
    return isKnowable
  }
  if ([organiser, ...rows.values()].some((one) => fits(evidence, one.name, one.address))) return true
  const one = people.find((all) => all.some((address) => fits(evidence, '', address)))
  addTo(rows, one?.[0] ?? row.address, row)
  return isKnowable || one !== undefined
}

/** The organiser by a name of Exchange's, who is among the attendees by mail. */
function takeTwin(organiser: Participant, rows: Map<string, Row>): void {
  const evidence = evidenceOf(organiser.address, organiser.name)
  const twin = evidence && [...rows].find(([, one]) => fits(evidence, one.name, one.address))
  if (!twin) return
  organiser.address = twin[1].address
  rows.delete(twin[0])
}

function told(
  all: Row[],
  organiser: Participant,
  known: Map<string, string>,
): Pick<Who, 'others' | 'declined' | 'noteTakers'> {
  const bare = (some: Row[]): Participant[] => some.map(({ name, address }) => ({ name, address }))
  const mayBeNobody = (one: Row) => !known.has(one.address) && mayTakeNotes(one, organiser.address)
  const noteTakers = all.filter(mayBeNobody)
  const people = all.filter((one) => !noteTakers.includes(one))
  if (people.length === 0) return { others: bare(all), declined: [], noteTakers: [] }
  const coming = people.filter((one) => !one.hasDeclined)
  const others = coming.length === 0 ? people : coming
  const declined = people.filter((one) => !others.includes(one))
  return { others: bare(others), declined: bare(declined), noteTakers: bare(noteTakers) }
}
