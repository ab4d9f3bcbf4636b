/**
 * Two people may write Dutch in an English screen, and mix the two: the lists hold both languages, and only what
 * Groei says back is in the reader's.
 */

/** The words of a text in lower case, one space around each. */
export const wordsOf = (text: string): string => {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}':-]+/u)
    .map((word) => word.replace(/^[':-]+|[':-]+$/g, ''))
  return ` ${words.filter(Boolean).join(' ')} `
}

/** The first of these words or phrases that stands in a text. @param words as `wordsOf` gives them */
export const phraseIn = (words: string, phrases: readonly string[]): string | null =>
  phrases.find((one) => words.includes(` ${one} `)) ?? null

/** Sunday first, as `Date.getDay` counts. */
export const weekdays = [
  ['zondag', 'sunday'],
  ['maandag', 'monday'],
  ['dinsdag', 'tuesday'],
  ['woensdag', 'wednesday'],
  ['donderdag', 'thursday'],
  ['vrijdag', 'friday'],
  ['zaterdag', 'saturday'],
] as const

/** January first; short forms too. */
export const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt'],
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

/** Said of a day that is near. */
export const nearDays = [
  'vandaag',
  'vanochtend',
  'vanmiddag',
  'vanavond',
  'morgen',
  'morgenochtend',
  'morgenmiddag',
  'morgenavond',
  'overmorgen',
  'today',
  'tonight',
  'tomorrow',
  'this morning',
  'this afternoon',
  'this evening',
] as const

/** Said of what comes back. */
export const rhythms = [
  'elke',
  'elk',
  'iedere',
  'ieder',
  'dagelijks',
  'wekelijks',
  'maandelijks',
  'each',
  'every',
  'daily',
  'weekly',
  'monthly',
] as const

/** With a date, a day or a rhythm one can see when it is done. */
export const namesTime = (words: string): boolean =>
  phraseIn(words, [...nearDays, ...rhythms, ...weekdays.flat()]) !== null ||
  weekdays.some(([dutch, english]) =>
    new RegExp(` (${dutch}(ochtend|morgen|middag|avond)|${english}s) `).test(words),
  ) ||
  new RegExp(` \\d{1,2} (${months.flat().join('|')}) `).test(words) ||
  new RegExp(` (${months.flat().join('|')}) \\d{1,2}(st|nd|rd|th)? `).test(words) ||
  / \d{4}-\d{2}-\d{2} | \d{1,2}-\d{1,2}(-\d{2,4})? /.test(words)
