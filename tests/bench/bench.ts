import { measureFirstView } from './first-view.ts'
import { measureReminders } from './reminders.ts'
import { countRoundTrips } from './round-trips.ts'

/** `npm run bench`: prints figures beside what they must stay under. Nothing passes or fails here. */
for (const measure of [countRoundTrips, measureFirstView, measureReminders]) {
  for (const line of await measure()) process.stdout.write(`${line}\n`)
}
