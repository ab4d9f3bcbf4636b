import { measureFirstView } from './first-view.ts'
import { countGraphCalls } from './graph-calls.ts'
import { measureReminders } from './reminders.ts'
import { countRoundTrips } from './round-trips.ts'
import { measureSettled } from './settled.ts'
import { measureTyping } from './typing.ts'

/**
 * `npm run bench`: prints figures beside what they must stay under. Nothing passes or fails here.
 * `npm run bench -- settled 1000 7`: a thousand runs of the property in `tests/settled`, with the seed 7.
 */
const [only, runs, seed] = process.argv.slice(2)
const settled = () => measureSettled(Number(runs ?? 1000), seed === undefined ? undefined : Number(seed))
const all = [countRoundTrips, countGraphCalls, measureFirstView, measureReminders, measureTyping]
const measures = only === 'settled' ? [settled] : all
for (const measure of measures) {
  for (const line of await measure()) process.stdout.write(`${line}\n`)
}
