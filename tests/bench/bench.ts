import { measureEdits } from './edits.ts'
import { measureFirstView } from './first-view.ts'
import { countGraphCalls } from './graph-calls.ts'
import { measureGrowth } from './growth.ts'
import { measureHostile } from './hostile.ts'
import { measureHour } from './hour.ts'
import { measureLinear } from './linear.ts'
import { measureOutages } from './outages.ts'
import { measureReminders } from './reminders.ts'
import { countRoundTrips } from './round-trips.ts'
import { measureSealing } from './sealing.ts'
import { measureSettled } from './settled.ts'
import { measureTyping } from './typing.ts'

type Measure = {
  proves: string
  run: (...sizes: (number | undefined)[]) => Promise<string[]> | AsyncIterable<string>
}

const measures: Record<string, Measure> = {
  'round-trips': {
    proves: 'what opening and finishing a conversation costs in database commands and Graph calls',
    run: countRoundTrips,
  },
  'graph-calls': {
    proves: 'what a pair costs in a week, with one pair and with 10,000',
    run: countGraphCalls,
  },
  'first-view': {
    proves: 'how soon a person sees something useful, and how much JavaScript comes before it',
    run: measureFirstView,
  },
  outages: {
    proves:
      'what is lost or doubled when the database goes in the middle of the work, and how soon it goes on',
    run: measureOutages,
  },
  growth: {
    proves:
      'that queries cost the same beside 1,000,000 conversations and reminders and 5,000,000 audit events as beside 1,000',
    run: measureGrowth,
  },
  hostile: {
    proves:
      'how long the server pauses at most, and which share of good requests it serves, under each attack',
    run: measureHostile,
  },
  linear: {
    proves: 'that each rule over an invite or typed words takes linear time, to 2 MB of what trips patterns',
    run: measureLinear,
  },
  reminders: {
    proves: 'that 10,000 reminders all arrive while workers are killed, and how many come twice',
    run: measureReminders,
  },
  typing: {
    proves:
      'how long a keystroke takes to the other screen, beside bare Hocuspocus, and what a key and an open conversation cost',
    run: measureTyping,
  },
  sealing: {
    proves:
      'what sealing adds to opening and finishing a conversation and to a key, side by side with doing without',
    run: measureSealing,
  },
  hour: {
    proves:
      'that 1,000 pairs who open within a minute, and type, are all served in time and cost no more memory as it lasts',
    run: measureHour,
  },
  edits: {
    proves:
      'that 10,000 random edits in two browsers lose no sign, with broken connections and a killed server',
    run: measureEdits,
  },
  settled: {
    proves: 'that after random changes to random calendars (300 runs) the section stands in the right invite',
    run: measureSettled,
  },
}

/**
 * `npm run bench`: prints figures beside what they must stay under. Nothing passes or fails here.
 * `npm run bench -- typing` takes one measure; `-- settled 1000 7` a thousand runs with the seed 7; `-- edits 2000`
 * so many edits; `-- hour 1000 30` a thousand pairs for thirty minutes.
 */
const [only, ...sizes] = process.argv.slice(2)
const chosen = only === undefined ? Object.keys(measures) : [only]
for (const name of chosen) {
  const measure = measures[name]
  if (!measure) {
    process.stderr.write(`There is no measure ${name}. There are: ${Object.keys(measures).join(', ')}\n`)
    process.exit(1)
  }
  process.stdout.write(`\n${name}: ${measure.proves}\n`)
  for await (const line of await measure.run(...sizes.map(Number))) process.stdout.write(`  ${line}\n`)
}
