import type { Review, ReviewItem, ReviewPack } from '../../server/contract/review.ts'
import type { Language } from '../../server/contract/shape.ts'
import { dayOfInstant, dayWithYear } from './days.ts'
import { reviewTexts, type ReviewTexts } from './texts.ts'

export type Line = { label: string; text: string }
export type Table = { head: string[]; rows: string[][] }
export type Entry = { id: string; title: string; lines: Line[]; table: Table | null }
/** The pack on paper, in words: the screen and the file show the same. */
export type Paper = {
  language: Language
  title: string
  subtitle: string
  period: string
  state: string
  sections: { title: string; entries: Entry[] }[]
}

/** In whose words: the language, the reader's zone (the browser's when undefined), and the names of the two. */
export type Reader = { language: Language; timeZone: string | undefined; names: ReviewPack['names'] }

const kinds = ['goal', 'commitment', 'scale', 'rhythm'] as const

/** One item in words. */
export function entryOf(item: ReviewItem, reader: Reader): Entry {
  const { language, timeZone, names } = reader
  const words = reviewTexts[language].paper
  const day = (instant: string) => dayOfInstant(instant, language, timeZone)
  const { id } = item
  switch (item.kind) {
    case 'goal':
      return { id, title: words.goal(day(item.start)), lines: [{ label: '', text: item.text }], table: null }
    case 'commitment':
      return { id, title: item.what, lines: commitmentLines(item, reader, words), table: null }
    case 'scale': {
      const head = [words.conversation, names.coach, names.employee]
      const number = (value: number | null) => (value === null ? words.none : String(value))
      const rows = item.points.map((one) => [day(one.start), number(one.coach), number(one.employee)])
      return { id, title: item.text[language], lines: [], table: { head, rows } }
    }
    case 'rhythm':
      return { id, title: words.rhythm, lines: rhythmLines(item, words), table: null }
  }
}

const said = (label: string, text: string | null): Line[] => (text ? [{ label, text }] : [])

function commitmentLines(
  item: Extract<ReviewItem, { kind: 'commitment' }>,
  { language, names }: Reader,
  words: ReviewTexts['paper'],
): Line[] {
  const day = (due: string | null) => due && dayWithYear(due, language)
  const before = item.reshapedFrom.map(({ what, due }) => {
    const until = day(due)
    return { label: words.before, text: until ? words.by(what, until) : what }
  })
  const { carried } = item
  return [
    ...said(words.owner, names[item.owner]),
    ...said(words.firstStep, item.firstStep),
    ...said(words.due, day(item.due)),
    ...said(words.criterion, item.criterion),
    ...said(words.status.label, words.status[item.status]),
    ...said(words.carried, carried === 0 ? null : carried === 1 ? words.once : words.times(String(carried))),
    ...before,
    ...said(words.why, item.why),
  ]
}

function rhythmLines(
  { held, longestGap, everyWeeks }: Extract<ReviewItem, { kind: 'rhythm' }>,
  words: ReviewTexts['paper'],
): Line[] {
  const weeks = everyWeeks === 1 ? words.everyWeek : everyWeeks && words.everyWeeks(String(everyWeeks))
  return [
    ...said(words.held, String(held)),
    ...said(words.gap, longestGap === null ? null : words.days(String(longestGap))),
    ...said(words.agreed, weeks || null),
  ]
}

/** The pack in words. */
export function paperOf(
  { pack, frozenAt }: Pick<Review, 'pack' | 'frozenAt'>,
  language: Language,
  timeZone: string | undefined,
): Paper {
  const { open, paper: words } = reviewTexts[language]
  const { names } = pack
  const reader = { language, timeZone, names }
  const chosen = kinds.map((kind) => ({
    title: words.sections[kind],
    entries: pack.items.filter((one) => one.kind === kind).map((one) => entryOf(one, reader)),
  }))
  const own = (['employee', 'coach'] as const).flatMap((role): Entry[] => {
    const text = pack.texts[role].trim()
    return text ? [{ id: role, title: names[role], lines: [{ label: '', text }], table: null }] : []
  })
  return {
    language,
    title: words.title,
    subtitle: words.of(names.employee, names.coach),
    period: open(dayWithYear(pack.from, language), dayWithYear(pack.to, language)),
    state: frozenAt ? words.frozen(dayOfInstant(frozenAt, language, timeZone)) : words.draft,
    sections: [...chosen, { title: words.sections.words, entries: own }].filter(
      ({ entries }) => entries.length > 0,
    ),
  }
}
