import { phrases, type Word } from './phrases.ts'

/** Sunday first, as `Date.getDay` counts. */
const weekdays = [
  ['zondag', 'sunday'],
  ['maandag', 'monday'],
  ['dinsdag', 'tuesday'],
  ['woensdag', 'wednesday'],
  ['donderdag', 'thursday'],
  ['vrijdag', 'friday'],
  ['zaterdag', 'saturday'],
] as const
const partsOfDay = ['', 'ochtend', 'morgen', 'middag', 'avond']

/** January first; short forms too. */
const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const

const weekdayNumbers = new Map<string, number>(
  weekdays.flatMap(([dutch, english], at) =>
    [...partsOfDay.map((part) => dutch + part), english, `${english}s`, `${english}'s`].map(
      (name) => [name, at] as const,
    ),
  ),
)
const monthNumbers = new Map<string, number>(
  months.flatMap((names, at) => names.map((name) => [name, at] as const)),
)

/** Said of a day that is near. */
const near = phrases([
  'vandaag|vanochtend|vanmiddag|vanavond|vannacht|morgen|morgenochtend|morgenmiddag|morgenavond|overmorgen',
  'today|tonight|tomorrow',
  'this morning|afternoon|evening',
])
const weekday = phrases([[...weekdayNumbers.keys()].join('|')])
const date = [
  ...phrases([`# of? ${[...monthNumbers.keys()].join('|')}`, `${[...monthNumbers.keys()].join('|')} #`]),
  [{ fits: (word: string) => numericDate(word) !== null }],
]

const oneWord = (form: RegExp) => [[{ fits: (word: string) => form.test(word) }]]

/** For phrases that speak of time: `<near>`, `<weekday>`, `<date>`, `<day>`, `<clock>`, `<year>`, `<rhythm>`. */
export const calendar = {
  near,
  weekday,
  date,
  day: [...date, ...near, ...weekday],
  clock: oneWord(/^\d{1,2}([:.]\d{2}u?|am|pm|u|h)$/),
  year: oneWord(/^20\d{2}$/),
  rhythm: phrases([
    'elke|elk|iedere|ieder|dagelijks|wekelijks|maandelijks|each|every|daily|weekly|monthly',
    'per|a dag|week|maand|day|week|month',
  ]),
}

export const weekdayOf = (word: string): number | null => weekdayNumbers.get(word) ?? null

export type Dated = { year: number | null; month: number; date: number }

/** The date whose first word stands here. */
export function dateAt(words: readonly Word[], at: number): Dated | null {
  const [one, two, three] = [0, 1, 2].map((ahead) => words[at + ahead]?.text ?? '')
  const numeric = numericDate(one ?? '')
  if (numeric) return numeric
  for (const [number, name] of [
    [one, two === 'of' ? three : two],
    [two, one],
  ]) {
    const month = monthNumbers.get(name ?? '')
    const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|e|ste|de)?$/.exec(number ?? '') ?? []
    if (month !== undefined && digits) return { year: null, month, date: Number(digits) }
  }
  return null
}

/** `2026-06-12`, `12-6`, `12/6/26`: the day first, unless it cannot be one. */
function numericDate(word: string): Dated | null {
  const [, whole, inYear, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word) ?? []
  if (whole) return { year: Number(whole), month: Number(inYear) - 1, date: Number(day) }
  const [, one, two, late] = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?$/.exec(word) ?? []
  if (!one || !two) return null
  const [date, month] = Number(two) > 12 ? [Number(two), Number(one)] : [Number(one), Number(two)]
  if (month < 1 || month > 12 || date < 1 || date > 31) return null
  const year = late ? Number(late.length === 2 ? `20${late}` : late) : null
  return { year, month: month - 1, date }
}
