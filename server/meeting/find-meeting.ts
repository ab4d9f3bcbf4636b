import type { Event } from '@microsoft/microsoft-graph-types'
import type { MeetingReference } from '../contract/meeting.ts'
import type { Eligibility } from '../contract/conversation.ts'
import { addressOf } from '../graph/addresses.ts'
import type { Calendar } from '../graph/calendar.ts'
import { GraphFailure } from '../graph/failure.ts'
import { linksIn, meetingKey } from './join-url.ts'
import { mayBe, occurrenceId } from './occurrence.ts'
import { instant, oneOnOne, type NotOneOnOne, type OneOnOne } from './one-on-one.ts'
import { plausibleStart } from './plausible-start.ts'
import { namesByExchange, type People } from './who.ts'

const day = 24 * 60 * 60 * 1000
/**
 * How far around the start, and then around now, is looked, in days: near first, for calendars are full. A start may be
 * old, since a host keeps it with the link when the meeting moves.
 */
const reaches = { known: [1, 14], unknown: [14, 60] }
/**
 * People come early and talk on: beside a start that is past, which may be that of the series, a meeting counts as on for so
 * many milliseconds before and after it. One to come was chosen by somebody.
 */
const margin = 15 * 60 * 1000

/** How many invites of a day are read for their links: those that begin nearest. */
const invitesRead = 4

export type FoundMeeting =
  | { ok: true; meeting: OneOnOne }
  /** A conversation of the time when it was one may be kept by this iCalUId. */
  | {
      ok: false
      reason: NotOneOnOne
      /** Null: nothing is known of that. */
      eligibility: Exclude<Eligibility, 'one-on-one'> | null
      iCalUId: string | null
    }
  /** The host has the event open in a mailbox that is not this person's. */
  | { ok: false; reason: 'other-account'; eligibility: null; iCalUId: null }
  /** `iCalUId`: asked for, and not in this calendar (any more). */
  | { ok: false; reason: 'meeting-not-found'; eligibility: null; iCalUId: string | null }

/**
 * Maps what the host knows of its meeting to the occurrence in this person's calendar: the windows around the
 * start, compared by join link and chat, chosen by start (docs/platform-facts.md, From the side panel to the event).
 * Any one of the three may be wrong, old or missing. An event id of that very mailbox needs no search.
 *
 * Two Graph calls where the host is right. One more for each window that has it not, for a start that is more than a day
 * from now, and for a chat whose thread is in no link: cards and links outlive a conversation by the longest interval
 * that Groei proposes. A start that leads nowhere counts as none.
 * Where Exchange's own names stand in it, the person's profile may tell whose they are.
 * @param people whose addresses are known, the calendar's owner first
 */
export async function findMeeting(
  calendar: Calendar,
  reference: MeetingReference,
  now: Date,
  people: People = [],
): Promise<FoundMeeting> {
  const start = plausibleStart(reference.start)
  const read = (event: Event | null | undefined, asked?: string) => asFound(calendar, event, people, asked)
  if (reference.eventId) {
    try {
      return await read(await calendar.event(reference.eventId, now, start))
    } catch (error) {
      if (!isAbsent(error) || !reference.mailbox || (await isOwn(calendar, reference.mailbox))) throw error
      return { ok: false, reason: 'other-account', eligibility: null, iCalUId: null }
    }
  }
  const { iCalUId } = reference
  const isFar = start !== null && Math.abs(start.getTime() - now.getTime()) > day
  const look = async (isIt: (one: Event) => boolean) => {
    // A host may know of a series only when it began: what is on now is what people sit in.
    const on = isFar && !iCalUId ? onAt(await around(calendar, now, 1), isIt, now, start) : undefined
    if (on) return on
    // With a link or a chat, what is not near a start that may be wrong is looked for as if there were none.
    const known = start ? reaches.known.map((days) => [start, days] as const) : []
    const wide = !start ? reaches.unknown : iCalUId ? [] : reaches.unknown.slice(-1)
    for (const [middle, days] of [...known, ...wide.map((days) => [now, days] as const)]) {
      const [found] = byNearness((await around(calendar, middle, days)).filter(isIt), middle)
      if (found) return found
    }
    return undefined
  }
  if (iCalUId) return read(await look((one) => mayBe(one, iCalUId)), iCalUId)
  const nearby = async () => {
    const near = []
    for (const middle of isFar ? [start, now] : [start ?? now]) {
      const online = (await around(calendar, middle, 1)).filter((one) => one.isOnlineMeeting)
      near.push(...byNearness(online, middle).slice(0, invitesRead))
    }
    return near
  }
  return read(await findByLinks(calendar, reference, look, nearby))
}

/**
 * By the link and the chat that the host gives, then by the link that Graph has for that chat, and at last by the links
 * in the invites: one meeting has a short link and a long one, and Graph tells one of them.
 */
async function findByLinks(
  calendar: Calendar,
  { joinUrl, chatId }: MeetingReference,
  look: (isIt: (one: Event) => boolean) => Promise<Event | undefined>,
  nearby: () => Promise<Event[]>,
): Promise<Event | undefined> {
  const known = new Set([joinUrl, chatId].map((one) => meetingKey(one ?? '')).filter((key) => key !== ''))
  if (known.size === 0) return undefined
  const isKnown = (one: Event) => known.has(meetingKey(one.onlineMeeting?.joinUrl ?? ''))
  const found = await look(isKnown)
  if (found) return found
  const asked = chatId && meetingKey((await linkOfChat(calendar, chatId)) ?? '')
  if (asked && !known.has(asked)) {
    known.add(asked)
    const byChat = await look(isKnown)
    if (byChat) return byChat
  }
  for (const one of await nearby()) {
    const { body } = await calendar.read(one.id ?? '')
    if (linksIn(body.content).some((link) => known.has(meetingKey(link)))) return one
  }
  return undefined
}

/** The event is not to be had from this person's mailbox. */
const isAbsent = (error: unknown): boolean =>
  error instanceof GraphFailure && ['not-found', 'gone', 'no-mailbox', 'refused'].includes(error.reason)

/** Is it one of the person's own addresses? A host may write it in other letters. */
async function isOwn(calendar: Pick<Calendar, 'profile'>, mailbox: string): Promise<boolean> {
  return (await calendar.profile()).addresses.includes(addressOf(mailbox))
}

/** The link of a chat; null for one that is not there, or that the person is not in. */
async function linkOfChat(calendar: Calendar, chatId: string): Promise<string | null> {
  try {
    return await calendar.joinUrlOfChat(chatId)
  } catch (error) {
    const { reason } = error instanceof GraphFailure ? error : { reason: null }
    if (reason === 'not-found' || reason === 'refused') return null
    throw error
  }
}

const around = (calendar: Calendar, middle: Date, days: number): Promise<Event[]> =>
  calendar.view(new Date(middle.getTime() - days * day), new Date(middle.getTime() + days * day))

function onAt(events: Event[], isIt: (one: Event) => boolean, now: Date, known: Date): Event | undefined {
  const most = known < now ? margin : 0
  const away = ({ start, end }: Event) =>
    Math.max(
      instant(start?.dateTime).getTime() - now.getTime(),
      now.getTime() - instant(end?.dateTime).getTime(),
      0,
    )
  return events.filter((one) => isIt(one) && away(one) <= most).sort((a, b) => away(a) - away(b))[0]
}

async function asFound(
  calendar: Pick<Calendar, 'profile'>,
  event: Event | null | undefined,
  people: People,
  asked?: string,
): Promise<FoundMeeting> {
  if (!event) return { ok: false, reason: 'meeting-not-found', eligibility: null, iCalUId: asked ?? null }
  const [mine = [], ...others] = people
  const owner = namesByExchange(event)
    ? [...new Set([...mine, ...(await calendar.profile()).addresses])]
    : mine
  const found = oneOnOne(event, [owner, ...others])
  return found.ok ? found : { ...found, iCalUId: occurrenceId(event) }
}

function byNearness(events: Event[], to: Date): Event[] {
  const distance = (event: Event) => Math.abs(instant(event.start?.dateTime).getTime() - to.getTime())
  return [...events].sort((a, b) => distance(a) - distance(b))
}
