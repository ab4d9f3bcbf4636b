import { namesTime, phraseIn, wordsOf } from './words.ts'
import { verbs } from './verbs.ts'

/** Why a commitment is hard to see, most telling first. */
export type Vague =
  { kind: 'vague-word'; word: string } | { kind: 'no-verb' } | { kind: 'no-result' } | { kind: 'no-date' }

/** An intention, whatever stands around it. */
const intentions = [
  'proberen',
  'probeer',
  'probeert',
  'try',
  'tries',
  'trying',
  'mijn best doen',
  'do my best',
  'hopelijk',
  'hopefully',
  'misschien',
  'maybe',
  'perhaps',
  'zo snel mogelijk',
  'zsm',
  'as soon as possible',
  'asap',
  'waar mogelijk',
  'where possible',
  'als het lukt',
  'if possible',
  'ooit eens',
  'at some point',
] as const

/** A direction without a distance; with a number or a day beside it, it can be seen. */
const directions = [
  'meer',
  'beter',
  'betere',
  'minder',
  'vaker',
  'sneller',
  'duidelijker',
  'verbeteren',
  'proactief',
  'proactiever',
  'proactieve',
  'assertief',
  'assertiever',
  'zichtbaarder',
  'actiever',
  'werken aan',
  'letten op',
  'aandacht besteden',
  'more',
  'better',
  'less',
  'faster',
  'improve',
  'improving',
  'proactive',
  'proactively',
  'assertive',
  'work on',
  'working on',
  'pay attention',
  'focus on',
] as const

const amounts =
  / (\d+\S*|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|halve?|half|per|keer|one|two|three|four|five|six|seven|eight|nine|ten|once|twice) /

/** Trying something out is a deed, and what is no more is not more. */
const harmless: [RegExp, string][] = [
  [/ (try|trying|tries) out /g, ' '],
  [/ probeert? (?=.* uit )/g, ' '],
  [/ (niet|nooit) meer /g, ' '],
  [/ geen (\S+ ){1,4}meer /g, ' geen '],
  [/ no more /g, ' stop '],
]

/** A note of more words than this surely says what somebody does. */
const fewWords = 4

/** What is vague in the wording of a commitment; null when one can picture it, or when there is nothing yet. */
export function vagueWording(what: string): Vague | null {
  const words = harmless.reduce((text, [pattern, instead]) => text.replace(pattern, instead), wordsOf(what))
  if (!words.trim()) return null
  const intention = phraseIn(words, intentions)
  if (intention) return { kind: 'vague-word', word: intention }
  const direction = phraseIn(words, directions)
  if (direction && !amounts.test(words) && !namesTime(words)) return { kind: 'vague-word', word: direction }
  const each = words.trim().split(' ')
  return each.length <= fewWords && !each.some(mayBeVerb) ? { kind: 'no-verb' } : null
}

/** Rather one noun too many: Dutch infinitives and plurals look the same. */
const mayBeVerb = (word: string): boolean =>
  verbs.has(word) || (word.length > 3 && /(en|ing|ed)$/.test(word)) || /'(ll|m|d)$/.test(word)

/** What a whole commitment lacks, when its wording is clear. */
export function vagueCommitment(one: { what: string; criterion: string; due: string | null }): Vague | null {
  const wording = vagueWording(one.what)
  if (wording || !one.what.trim()) return wording
  const words = wordsOf(one.what)
  if (!one.criterion.trim() && !amounts.test(words) && !namesTime(words)) return { kind: 'no-result' }
  if (!one.due && !namesTime(words)) return { kind: 'no-date' }
  return null
}
