import { Temporal } from 'temporal-polyfill'
import type { ReminderSettings } from '../contract/person.ts'
import {
  morningOf,
  nextWorkingMoment,
  workingDayAfter,
  workingDayBefore,
  workingDayOf,
} from '../person/working-time.ts'
import type { ReminderKind } from './collection.ts'

const minute = 60_000
const hour = 60 * minute

/** Least time before a conversation in which preparing still makes sense. */
const lastCall = 2 * hour
/** A conversation is left to end before its result is sent round. */
const afterConversation = 5 * minute
/** An invite that is written late is nothing to bother anybody with before this has passed. */
const publicationPatience = 2 * hour

export type Moments = Partial<Record<ReminderKind, Date>>

/** Reminders of a commitment to its owner; what is past when it is planned is not caught up. */
export function commitmentMoments(due: string | null, hours: ReminderSettings, now: Date): Moments {
  if (due === null) return {}
  const day = Temporal.PlainDate.from(due)
  const moments: Moments = {
    'coming-due': morningOf(workingDayBefore(day, hours), hours),
    due: nextWorkingMoment(morningOf(day, hours), hours),
    overdue: morningOf(workingDayAfter(workingDayAfter(day, hours), hours), hours),
  }
  return Object.fromEntries(Object.entries(moments).filter(([, at]) => at > now))
}

/** A working day before the conversation; planned later than that, now, as long as there is time to prepare. */
export function preparationMoment(start: Date, hours: ReminderSettings, now: Date): Date | null {
  const planned = morningOf(workingDayBefore(workingDayOf(start, hours), hours), hours)
  if (planned > now) return planned
  const soon = nextWorkingMoment(now, hours)
  return start.getTime() - soon.getTime() >= lastCall ? soon : null
}

export const afterConversationMoment = (finishedAt: Date, end: Date, hours: ReminderSettings): Date =>
  nextWorkingMoment(new Date(Math.max(finishedAt.getTime(), end.getTime()) + afterConversation), hours)

export const publicationMoment = (finishedAt: Date, hours: ReminderSettings): Date =>
  nextWorkingMoment(new Date(finishedAt.getTime() + publicationPatience), hours)
