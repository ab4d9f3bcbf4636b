import { calendar } from '../../../server/wording/calendar.ts'
import {
  asTyped,
  findAll,
  has,
  phrases,
  vocabulary,
  wordsOf,
  type Found,
  type Word,
} from '../../../server/wording/phrases.ts'
import * as lists from './vague-words.ts'

/** Why a commitment is hard to see, most telling first. */
export type Vague =
  { kind: 'vague-word'; word: string } | { kind: 'no-verb' } | { kind: 'no-result' } | { kind: 'no-date' }

const named = { ...calendar, few: phrases(lists.few) }
const intentions = vocabulary(lists.intentions)
const directions = vocabulary(lists.directions)
const conditions = vocabulary(lists.conditions)
const purposes = vocabulary(lists.purposes)
const amounts = vocabulary(lists.amounts, named)
const times = vocabulary({ when: ['<day>', '<rhythm>'] }, named)
const deeds = vocabulary(lists.deeds)
const inflected = vocabulary({ when: lists.inflected })
const bare = vocabulary(lists.bare)
const means = vocabulary({ when: ['door .. .. te', 'by *ing'] })

/** A note of more words than this surely says what somebody does. */
const fewWords = 4

/** The vagueness in the wording of a commitment. @returns null when one can picture it, or nothing is typed yet */
export function vagueWording(what: string): Vague | null {
  const words = wordsOf(what)
  if (words.length === 0) return null
  const [intention] = findAll(words, intentions)
  const word = intention ? asTyped(what, words, intention) : directionIn(what)
  if (word) return { kind: 'vague-word', word: word.toLowerCase() }
  return words.length <= fewWords && namesNoDeed(words) ? { kind: 'no-verb' } : null
}

function directionIn(what: string): string | null {
  const words = wordsOf(what)
  if (has(words, amounts)) return null
  const how = explanationIn(what, words)
  if (how) return directionIn(how)
  const direction = findAll(words, directions)
  const isBeside = direction.length > 0 ? besideIn(words) : () => false
  const found = direction.find((one) => !isBeside(one))
  return found ? asTyped(what, words, found) : null
}

/** “Set boundaries: no mail after six”, “improve it by making a list”: what is behind that counts. */
function explanationIn(what: string, words: readonly Word[]): string | null {
  const all = findAll(words, means)
  // The innermost of nested explanations, in one pass: a long text may have thousands.
  const by = all.findLast(({ from }) => words.length - from > 2)
  if (all.length > 0) return by ? what.slice(words[by.from]?.to) : null
  const behind = what.split(/:\s/).slice(1).join(' ')
  return wordsOf(behind).length > 1 ? behind : null
}

/** Tells of what stands in these words whether it is where a clause only says when, why or what for. */
function besideIn(words: readonly Word[]): (found: Found) => boolean {
  const isWithin = ({ from }: Found) => words[from - 1]?.sentence === words[from]?.sentence
  const opening = [...findAll(words, conditions), ...findAll(words, purposes).filter(isWithin)]
  /** Where the first of these ends, by clause. */
  const opened = new Map<number | undefined, number>()
  for (const { from, to } of opening) {
    const clause = words[from]?.clause
    opened.set(clause, Math.min(to, opened.get(clause) ?? to))
  }
  return ({ from }) => (opened.get(words[from]?.clause) ?? Infinity) <= from + 1
}

const namesNoDeed = (words: readonly Word[]): boolean =>
  !has(words, deeds) &&
  (words.length === 1 || (!has(words, inflected) && findAll(words, bare).some(({ from }) => from === 0)))

/** The vagueness of a whole commitment: of its wording first, then a result or a date that is missing. */
export function vagueCommitment(one: { what: string; criterion: string; due: string | null }): Vague | null {
  const wording = vagueWording(one.what)
  if (wording || !one.what.trim()) return wording
  const words = wordsOf(one.what)
  const isTimed = has(words, times)
  if (!one.criterion.trim() && !has(words, amounts) && !isTimed) return { kind: 'no-result' }
  if (!one.due && !isTimed) return { kind: 'no-date' }
  return null
}
