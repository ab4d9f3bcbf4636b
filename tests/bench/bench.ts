import { measureFirstView } from './first-view.ts'
import { measureReminders } from './reminders.ts'
import { countRoundTrips } from './round-trips.ts'
import { measureTyping } from './typing.ts'

/** `npm run bench`: prints figures beside what they must stay under. Nothing passes or fails here. */
for (const measure of [countRoundTrips, measureFirstView, measureReminders, measureTyping]) {
  for (const line of await measure()) process.stdout.write(`${line}\n`)
}
