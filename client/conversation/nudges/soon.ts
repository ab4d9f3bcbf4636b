import { calendar, dateAt, weekdayOf, type Dated } from '../../../server/wording/calendar.ts'
import {
  findAll,
  has,
  phrases,
  vocabulary,
  wordsOf,
  type Found,
  type Word,
} from '../../../server/wording/phrases.ts'

/** A first step belongs within 48 hours of working days: what is not begun by then mostly is not begun. */
const soonDays = 2

/** Numbers by the words that stand for them. */
const byWord = (...all: [value: number, words: string][]): ReadonlyMap<string, number> =>
  new Map(all.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))

/** How many days one of each lasts. */
const units = byWord(
  [1 / 1440, 'minuut minuten minute minutes kwartier'],
  [1 / 24, 'uur uurtje uren hour hours'],
  [1, 'dag dagen day days'],
  [7, 'week weken weeks'],
  [30, 'maand maanden month months'],
)
const numbers = byWord(
  [1, 'een één a an the one'],
  [2, 'twee paar two few'],
  [3, 'drie three'],
  [4, 'vier four'],
)
const number = `#|${[...numbers.keys()].join('|')}`

const named = {
  ...calendar,
  talk: phrases(['gesprek|overleg|vergadering|meeting|call|talk|conversation|one-on-one']),
}
const soon = vocabulary(
  {
    when: [
      '<near>',
      'nu|meteen|straks|dadelijk|now|immediately|eod',
      'right|straight away',
      'direct|gelijk na|hierna|daarna',
      'right|straight|directly after',
      'na dit|deze <talk>',
      'after this <talk>',
      'eind|einde van de dag|ochtend|middag',
      'end of the? day',
      'elke|iedere|every|each dag|werkdag|ochtend|middag|avond|day|workday|morning|evening|afternoon',
      'dagelijks|daily',
    ],
    except: ['nu|now en|and dan|then|again', 'tot nu', 'until|for now'],
  },
  named,
)
/** From now, or from a day that is named beside it. */
const spans = vocabulary({
  when: [`over|binnen|in|within ${number} half|paar|few? ${[...units.keys()].join('|')}`],
})
const nextWeek = vocabulary({ when: ['volgende|next week?'] })
const weekLater = vocabulary({ when: ['a? week from|na'] })
const far = vocabulary(
  { when: ['volgende|next week|maand|month|jaar|year|kwartaal|quarter', 'later|ooit', '<rhythm>'] },
  named,
)
/** Without a day it is today's. */
const clock = vocabulary(
  { when: ['<clock>', 'om|at #', "om|at|rond|tegen|voor|by|before|around # uur|u|am|pm|o'clock"] },
  named,
)

/** Does a first step name something that is soon? @param today the day in the reader's own zone */
export function namesSoon(firstStep: string, today: Date): boolean {
  const words = wordsOf(firstStep)
  if (has(words, soon)) return true
  const days = daysNamed(words, today)
  if (days.length > 0) return days.some((ahead) => ahead >= 0 && workingDays(today, ahead) <= soonDays)
  return !has(words, far) && has(words, clock)
}

/** The days that a text names, as days from today. */
function daysNamed(words: readonly Word[], today: Date): number[] {
  const inSpans = findAll(words, spans).map((found) => ({ ...found, days: daysIn(words, found) }))
  const spanBeside = beside(inSpans)
  const next = beside(findAll(words, nextWeek))
  const later = beside(findAll(words, weekLater))
  const named = words.flatMap(({ text }, at) => {
    const weekday = weekdayOf(text)
    const date = dateAt(words, at)
    if (weekday !== null) {
      if (next.has(at)) return [daysUntilNextWeek(weekday, today)]
      const from = spanBeside.get(at)?.days ?? (later.has(at) ? 7 : 0)
      return [((weekday - today.getDay() + 7) % 7) + from]
    }
    return date ? [daysUntil(date, today)] : []
  })
  const isOfWeekday = ({ from, to }: Found) =>
    [words[from - 1], words[to]].some((one) => one && weekdayOf(one.text) !== null)
  return [...named, ...inSpans.filter((one) => !isOfWeekday(one)).map(({ days }) => Math.ceil(days))]
}

/** By the words that stand right before and right behind. */
const beside = <One extends Found>(some: One[]): Map<number, One> =>
  new Map(some.toReversed().flatMap((one) => [one.from - 1, one.to].map((at) => [at, one] as const)))

function daysIn(words: readonly Word[], { from, to }: Found): number {
  const count = words[from + 1]?.text ?? ''
  const isHalf = words.slice(from, to).some(({ text }) => text === 'half')
  const each = units.get(words[to - 1]?.text ?? '') ?? 0
  return (isHalf ? 0.5 : 1) * (numbers.get(count) ?? parseInt(count, 10)) * each
}

const daysUntilNextWeek = (weekday: number, today: Date): number => {
  const sinceMonday = (day: number) => (day + 6) % 7
  return 7 - sinceMonday(today.getDay()) + sinceMonday(weekday)
}

/** Whole days to such a day of the year, the coming one when the year is not said. */
function daysUntil({ year, month, date }: Dated, today: Date): number {
  const inYear = (one: number) => dayNumber(new Date(one, month, date)) - dayNumber(today)
  if (year !== null) return inYear(year)
  const ahead = inYear(today.getFullYear())
  return ahead < 0 ? inYear(today.getFullYear() + 1) : ahead
}

/** A calendar day as a number: two days differ by as many days as lie between, also when a clock changes. */
const dayNumber = (one: Date): number =>
  Date.UTC(one.getFullYear(), one.getMonth(), one.getDate()) / (24 * 60 * 60 * 1000)

/** Counts the working days from tomorrow up to and including that day. */
function workingDays(today: Date, ahead: number): number {
  const weekends = Array.from({ length: Math.min(ahead, 7) }, (_one, at) => (today.getDay() + at + 1) % 7)
  // Longer than a week is too long in any case.
  return weekends.filter((weekday) => weekday !== 0 && weekday !== 6).length
}
