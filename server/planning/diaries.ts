import type { ReminderSettings } from '../contract/person.ts'
import type { FreeBusy } from '../graph/schedule.ts'
import { ianaZone } from '../meeting/zones.ts'
import type { PersonDocument } from '../person/collection.ts'
import { hoursOf } from '../person/data.ts'
import { hoursFromMailbox } from '../person/mailbox-hours.ts'
import type { Diary } from './free-times.ts'

/** A person's document, null for who never opened Groei, and their calendar. */
export type Known = { person: PersonDocument | null; found: FreeBusy }

/**
 * The diaries to find a time in, mine first. An unknown calendar counts as empty, and unknown working hours as mine.
 */
export function whenOf(
  mine: Known,
  theirs: Known,
): { diaries: [Diary, Diary]; zones: { mine: string; theirs: string | null } } {
  const myHours = hoursOfKnown(mine, hoursOf(null)) ?? hoursOf(null)
  const theirHours = hoursOfKnown(theirs, myHours)
  const isZoneKnown = theirs.person !== null || ianaZone(theirs.found?.hours?.timeZone ?? '') !== null
  return {
    diaries: [
      { busy: mine.found?.busy ?? [], hours: myHours },
      { busy: theirs.found?.busy ?? [], hours: theirHours ?? myHours },
    ],
    zones: { mine: myHours.timeZone, theirs: isZoneKnown ? (theirHours?.timeZone ?? null) : null },
  }
}

/**
 * Working hours by the first of these: their own choice, their mailbox now, their mailbox as Groei knew it before.
 * @param asker hours where nothing is known, such as the zone of a mailbox in a customised one
 */
function hoursOfKnown({ person, found }: Known, asker: ReminderSettings): ReminderSettings | null {
  const otherwise = person ? hoursOf(person) : asker
  const fromCalendar = found?.hours ? hoursFromMailbox(found.hours, otherwise) : null
  return person?.reminders ?? fromCalendar ?? (person ? otherwise : null)
}
