import { Temporal } from 'temporal-polyfill'
import { copyKey, copyOf, isIn, touch, type Occurrence } from '../occurrences.ts'
import { holdsBlob } from '../seed/blob.ts'
import type { Attendee, Person, Store } from '../store.ts'
import { mangled, textAsHtml } from './exchange-html.ts'
import { badRequest } from './refusal.ts'

type Patch = {
  subject?: string
  body?: { contentType?: string; content?: string }
  start?: { dateTime: string; timeZone?: string }
  end?: { dateTime: string; timeZone?: string }
  attendees?: { type?: Attendee['type']; emailAddress: { address: string; name?: string } }[]
  sensitivity?: 'normal' | 'private'
}
const writable = new Set(['subject', 'body', 'start', 'end', 'attendees', 'sensitivity'])

const wallIn = (at: { dateTime: string; timeZone?: string }, timeZone: string): string => {
  const zone = at.timeZone && at.timeZone !== 'UTC' ? at.timeZone : 'UTC'
  const instant = Temporal.PlainDateTime.from(at.dateTime.replace(/Z$/, '')).toZonedDateTime(zone).toInstant()
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/**
 * PATCH of one occurrence. The organiser's change reaches every mailbox; an attendee's stays in their own copy,
 * as does what it breaks.
 */
export function changeEvent(store: Store, person: Person, one: Occurrence, patch: Patch): void {
  const { item, index } = one
  for (const name of Object.keys(patch)) {
    if (!writable.has(name))
      throw badRequest('ErrorPropertyValidationFailure', `The property '${name}' cannot be changed.`)
  }
  const html =
    patch.body === undefined
      ? undefined
      : patch.body.contentType === 'text'
        ? textAsHtml(patch.body.content ?? '')
        : mangled(patch.body.content ?? '')

  if (item.organiser !== person.oid) {
    if (html !== undefined)
      store.state.copies[copyKey(person, one.key)] = { ...copyOf(store, person, one.key), body: html }
    touch(store, [person], one.key)
    store.save()
    return
  }
  const before = item.exceptions[index] ?? {}
  const attendees = patch.attendees?.map(({ type = 'required', emailAddress }) => ({
    type,
    address: emailAddress.address,
    name: emailAddress.name ?? emailAddress.address,
  }))
  item.exceptions[index] = {
    ...before,
    ...(patch.subject === undefined ? {} : { subject: patch.subject }),
    ...(patch.start ? { start: wallIn(patch.start, item.timeZone) } : {}),
    ...(patch.start && patch.end
      ? { minutes: minutesBetween(patch.start.dateTime, patch.end.dateTime) }
      : {}),
    ...(attendees ? { attendees } : {}),
    ...(html === undefined ? {} : { body: html }),
    // A body without the meeting blob turns the online meeting off (platform facts, event bodies).
    ...(html !== undefined && item.online && !holdsBlob(html, item.online.joinUrl) ? { offline: true } : {}),
  }
  touch(
    store,
    store.state.people.filter((other) => isIn(one, other)),
    one.key,
  )
  store.save()
}

const minutesBetween = (from: string, to: string) =>
  Math.max(
    1,
    Math.round((Date.parse(`${to.replace(/Z$/, '')}Z`) - Date.parse(`${from.replace(/Z$/, '')}Z`)) / 60_000),
  )
