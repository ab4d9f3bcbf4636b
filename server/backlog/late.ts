import { lateAfter, type Backlog } from './backlog-data.ts'

/** Sealing works in small steps, and waits ten minutes at least; milliseconds. */
const sealingTakes = 2 * 24 * 60 * 60_000
/** A keystroke that waits for longer is felt; milliseconds. */
const heldUp = 250
/** The timers of which one in a hundred says something: not those of the moments of a start. */
const enough = 1000

const seconds = (milliseconds: number) => Math.round(milliseconds / 1000)

/** The words for the log, by which alarms are raised (docs/operations.md, Alarms), each with how much it is. */
export function lateIn(
  { publications, reminders, subscriptions, sealing }: Backlog,
  delay: { p99: number; count: number },
): [words: string, amount: Record<string, number>][] {
  const late: [boolean, string, Record<string, number>][] = [
    [
      publications.oldest > lateAfter,
      'publications late',
      { waiting: publications.waiting, seconds: seconds(publications.oldest) },
    ],
    [reminders.late > 0, 'reminders late', { count: reminders.late, seconds: seconds(reminders.oldest) }],
    [subscriptions.lost + subscriptions.missing > 0, 'subscriptions lost', subscriptions],
    [
      sealing.oldest > sealingTakes,
      'sealing behind',
      { versions: sealing.behind, seconds: seconds(sealing.oldest) },
    ],
    [delay.count >= enough && delay.p99 > heldUp, 'event loop held up', { ms: Math.round(delay.p99) }],
  ]
  return late.flatMap(([isLate, words, amount]) =>
    isLate ? [[words, amount] as [string, typeof amount]] : [],
  )
}
