import type { DayOfWeek, Event } from '@microsoft/microsoft-graph-types'
import { firstName } from '../contract/first-name.ts'
import { isolated } from '../contract/isolated.ts'
import type { Language } from '../contract/shape.ts'
import type { Participant } from '../meeting/one-on-one.ts'
import { isKnownToWindows, windowsZone, zonedAt } from '../meeting/zones.ts'

const subjects: Record<Language, (mine: string, theirs: string) => string> = {
  nl: (mine, theirs) => `1-op-1 ${mine} en ${theirs}`,
  en: (mine, theirs) => `1-on-1 ${mine} and ${theirs}`,
}

/** "1-op-1 Sanne en Milan". Directories that put the family name first do so with a comma. */
export const subjectOf = (language: Language, mine: string, theirs: string): string =>
  subjects[language](isolated(firstName(mine)), isolated(firstName(theirs)))

const weekdays: DayOfWeek[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export type Plan = {
  start: Date
  end: Date
  /** Null: once. */
  everyWeeks: number | null
  subject: string
  transactionId: string
}

/**
 * The event of a conversation as its organiser makes it. Times stand in the organiser's zone, so that a series keeps its
 * time of day when the clocks change. In a zone that Graph does not know they stand in UTC.
 */
export function eventOf(plan: Plan, other: Participant, theirZone: string): Event {
  const timeZone = isKnownToWindows(theirZone) ? theirZone : 'UTC'
  const zone = windowsZone(timeZone)
  const local = (at: Date) => zonedAt(at, timeZone).toPlainDateTime()
  const moment = (at: Date) => ({
    dateTime: local(at).toString({ smallestUnit: 'second' }),
    timeZone: zone,
  })
  const first = local(plan.start)
  const weekday = weekdays[first.dayOfWeek - 1]
  return {
    subject: plan.subject,
    body: { contentType: 'html', content: '' },
    start: moment(plan.start),
    end: moment(plan.end),
    attendees: [{ type: 'required', emailAddress: { address: other.address, name: other.name } }],
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    transactionId: plan.transactionId,
    ...(plan.everyWeeks === null || !weekday
      ? {}
      : {
          recurrence: {
            pattern: { type: 'weekly', interval: plan.everyWeeks, daysOfWeek: [weekday] },
            range: {
              type: 'noEnd',
              startDate: first.toPlainDate().toString(),
              recurrenceTimeZone: zone,
            },
          },
        }),
  }
}
