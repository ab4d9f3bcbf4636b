import type { Event } from '@microsoft/microsoft-graph-types'
import type { GraphClient } from './client.ts'
import { GraphFailure } from './failure.ts'

/** Graph gives ten at a time unless it is asked for more. */
const pageSize = { Prefer: 'odata.maxpagesize=200' }

/** More pages than this in one round is no calendar of a person; it bounds the work. */
const pageLimit = 100

export type Changes = {
  events: Event[]
  /** Ids, in this mailbox, of what is not in the window any more. */
  removed: string[]
  /** Asks for what changes after this. */
  link: string
}
type Page = {
  value: (Event & { '@removed'?: object })[]
  '@odata.nextLink'?: string
  '@odata.deltaLink'?: string
}

/**
 * A delta query over a window of a person's calendar: the first round returns every event, later rounds the changes. The
 * first round fixes the window; `$select` and its like are refused (docs/platform-facts.md, Notifications).
 */
export const calendarDeltaOf = ({ get }: GraphClient) => ({
  /** @throws GraphFailure; `gone` when the link is too old and a new round has to begin */
  async since(from: { link: string } | { window: [Date, Date] }): Promise<Changes> {
    const events: Event[] = []
    const removed: string[] = []
    let url: string | undefined = 'link' in from ? from.link : firstUrl(from.window)
    for (let page = 0; url && page < pageLimit; page += 1) {
      const answer: Page = await get(url, {}, pageSize)
      for (const one of answer.value) {
        if (one['@removed']) removed.push(one.id ?? '')
        else events.push(one)
      }
      if (answer['@odata.deltaLink']) return { events, removed, link: answer['@odata.deltaLink'] }
      url = answer['@odata.nextLink']
    }
    throw new GraphFailure('unavailable', 'endless')
  },
})
export type CalendarDelta = ReturnType<typeof calendarDeltaOf>

const firstUrl = ([from, to]: [Date, Date]) =>
  `/me/calendarView/delta?${new URLSearchParams({ startDateTime: from.toISOString(), endDateTime: to.toISOString() })}`
