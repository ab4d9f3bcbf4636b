import { byStart, type Held } from '../calendar/mailbox.ts'
import { badRequest } from './refusal.ts'
import type { Query } from './window.ts'

const understood = new Set(['$top', '$skip', '$select', '$orderby', '$count', 'startDateTime', 'endDateTime'])

const number = (query: Query, name: string, least: number, most: number, otherwise: number): number => {
  const text = query[name]
  if (text === undefined) return otherwise
  const value = /^\d+$/.test(String(text)) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw badRequest(
    'ErrorInvalidUrlQuery',
    `Invalid value '${String(text)}' for ${name} query option: an integer of ${least} to ${most} is required.`,
  )
}

/** One page of events and, when there are more, where they are. */
export function page(
  events: Held[],
  query: Query,
  here: string,
  resource: (event: Held) => object,
): { value: object[]; '@odata.nextLink'?: string; '@odata.count'?: number } {
  if (/isOnlineMeeting/i.test(String(query['$filter'] ?? ''))) {
    // As the real one does (docs/platform-facts.md, Events and their ids).
    throw badRequest('ErrorInvalidProperty', "The property 'isOnlineMeeting' does not support filtering.")
  }
  for (const name of Object.keys(query)) {
    if (!understood.has(name)) {
      throw badRequest('ErrorInvalidUrlQuery', `The query parameter '${name}' is not supported here.`)
    }
  }
  const order = /^start\/dateTime(?:\s+(asc|desc))?$/i.exec(String(query['$orderby'] ?? 'start/dateTime'))
  if (!order) {
    throw badRequest('ErrorInvalidUrlQuery', 'The sandbox sorts events by start/dateTime only.')
  }
  const sorted = [...events].sort(byStart)
  if (order[1]?.toLowerCase() === 'desc') sorted.reverse()
  const top = number(query, '$top', 1, 1000, 10)
  const skip = number(query, '$skip', 0, Number.MAX_SAFE_INTEGER, 0)
  const value = sorted.slice(skip, skip + top).map(resource)
  const count = query['$count'] === 'true' ? { '@odata.count': sorted.length } : {}
  if (skip + top >= sorted.length) return { ...count, value }
  const more = Object.entries({ ...query, $top: top, $skip: skip + top }).map(
    ([name, one]) => `${name}=${encodeURIComponent(String(one))}`,
  )
  return { ...count, value, '@odata.nextLink': `${here}?${more.join('&')}` }
}
