import type { Meeting } from './api.ts'

/**
 * The 1-on-1s in a calendar that all who are shown are in.
 * @param known the addresses of people; an invited group has another
 */
export function sharedMeetings(calendar: Meeting[], shown: string[], known: string[]): Meeting[] {
  return calendar.filter(({ isCancelled, organizer, attendees }) => {
    const others = attendees.filter(({ type }) => type !== 'resource').map(({ upn }) => upn)
    const all = new Set([organizer.upn, ...others])
    return (
      !isCancelled &&
      all.size === 2 &&
      others.every((upn) => known.includes(upn)) &&
      shown.every((upn) => all.has(upn))
    )
  })
}
