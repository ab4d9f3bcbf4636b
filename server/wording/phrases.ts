/**
 * Finding phrases in what people typed, word by word. Two people may write Dutch in an English screen, and mix the
 * two: lists of phrases hold both languages.
 *
 * A phrase is words with one space between, each to stand right behind the other in one clause:
 *   `a|b`  one of these       `a?`   may be missing        `*`   any word
 *   `a*`   begins so          `*a`   ends so               `#`   begins with a digit
 *   `..`   at most three words that do not matter          `<a>` one of the phrases that are named so
 */
export type Phrase = readonly Part[]
type Part = OneWord | { oneOf: readonly Phrase[] } | { upTo: number }
type OneWord = { fits: (word: string) => boolean }

/** A word as it compares: in lower case, without accents; with where it stands in the text. */
export type Word = { text: string; from: number; to: number; clause: number; sentence: number }
/** From one word up to another, by their places among the words. */
export type Found = { from: number; to: number }

const gap: Part = { upTo: 3 }
const nothing: Phrase = []

/** “Één” says how many, and “een” does not; any other accent only stresses. */
const folded = (word: string): string => {
  const lower = word.toLowerCase().normalize('NFC').replaceAll('’', "'")
  return lower === 'één' ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

const wordOrMark =
  /[\p{L}\p{N}\p{M}]+(?:(?:['’-]|(?<=\p{N})[.,:/](?=\p{N}))[\p{L}\p{N}\p{M}]+)*|(?<sentence>[.!?\n])|[,;:()–—]/gu
/** “It is fine, but…”: what is denied before is not denied behind it. */
const turns = new Set(['maar', 'but'])

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let [clause, sentence] = [0, 0]
  for (const { 0: piece, index, groups } of text.matchAll(wordOrMark)) {
    const word = folded(piece)
    const isWord = /^[\p{L}\p{N}\p{M}]/u.test(piece)
    if (!isWord || turns.has(word)) clause += 1
    if (groups?.['sentence']) sentence += 1
    if (isWord) words.push({ text: word, from: index, to: index + piece.length, clause, sentence })
  }
  return words
}

type Named = Readonly<Record<string, readonly Phrase[]>>

/** @param named the phrases that `<name>` stands for */
export const phrases = (lines: readonly string[], named: Named = {}): Phrase[] =>
  lines.map((line) => line.split(' ').map((part) => partOf(part, named)))

function partOf(part: string, named: Named): Part {
  if (part === '..') return gap
  if (part.endsWith('?')) return { oneOf: [[partOf(part.slice(0, -1), named)], nothing] }
  if (part.startsWith('<')) {
    const oneOf = named[part.slice(1, -1)]
    if (!oneOf) throw new Error(`No phrases are named ${part}`)
    return { oneOf }
  }
  const ways = part.split('|').map(folded)
  const whole = new Set(ways.filter((way) => !/[*#]/.test(way)))
  const open = ways.filter((way) => !whole.has(way)).map(openWay)
  return { fits: (word) => whole.has(word) || open.some((fits) => fits(word)) }
}

function openWay(way: string): (word: string) => boolean {
  if (way === '*') return () => true
  if (way === '#') return (word) => /^\p{N}/u.test(word)
  if (way.startsWith('*')) return (word) => word.endsWith(way.slice(1))
  return (word) => word.startsWith(way.slice(0, -1))
}

/** A phrase by the word that it begins with: the one thing to look at in most places. */
type Sought = { begins: OneWord['fits']; rest: Phrase }
/** Phrases to look for, and those in which the same words mean something else. */
export type Vocabulary = { when: readonly Sought[]; except: readonly Sought[] }

export const vocabulary = (
  lines: { when: readonly string[]; except?: readonly string[] },
  named: Named = {},
): Vocabulary => ({
  when: phrases(lines.when, named).flatMap(soughtFrom),
  except: phrases(lines.except ?? [], named).flatMap(soughtFrom),
})

function soughtFrom([part, ...rest]: Phrase): Sought[] {
  if (part && 'oneOf' in part) return part.oneOf.flatMap((one) => soughtFrom([...one, ...rest]))
  return part && 'fits' in part ? [{ begins: part.fits, rest }] : []
}

/** Where what is left of a phrase ends when it goes on here; null when it does not. */
function endOf(words: readonly Word[], at: number, [part, ...rest]: Phrase, clause: number): number | null {
  if (!part) return at
  if ('oneOf' in part) return first(part.oneOf, (one) => endOf(words, at, [...one, ...rest], clause))
  if ('upTo' in part)
    return first([...Array(part.upTo + 1).keys()], (skip) => endOf(words, at + skip, rest, clause))
  const word = words[at]
  return word && word.clause === clause && part.fits(word.text) ? endOf(words, at + 1, rest, clause) : null
}

function first<T>(ways: readonly T[], end: (way: T) => number | null): number | null {
  for (const way of ways) {
    const found = end(way)
    if (found !== null) return found
  }
  return null
}

/** Where any of these phrases stands, in the order of the text; two of them may share a word. */
function matchesOf(words: readonly Word[], sought: readonly Sought[]): Found[] {
  // A text says many words more than once.
  const beginning = new Map<string, Sought[]>()
  for (const { text } of words)
    if (!beginning.has(text))
      beginning.set(
        text,
        sought.filter((one) => one.begins(text)),
      )
  return words.flatMap(({ text, clause }, from) =>
    (beginning.get(text) ?? []).flatMap(({ rest }) => {
      const to = endOf(words, from + 1, rest, clause)
      return to === null ? [] : [{ from, to }]
    }),
  )
}

export function findAll(words: readonly Word[], { when, except }: Vocabulary): Found[] {
  const found = matchesOf(words, when)
  if (found.length === 0) return found
  const harmless = new Set(
    matchesOf(words, except).flatMap(({ from, to }) => [...Array(to - from).keys()].map((at) => from + at)),
  )
  return found.filter(({ from, to }) => {
    for (let at = from; at < to; at += 1) if (harmless.has(at)) return false
    return true
  })
}

export const has = (words: readonly Word[], sought: Vocabulary): boolean => findAll(words, sought).length > 0

/** As it was typed, on one line. */
export const asTyped = (text: string, words: readonly Word[], { from, to }: Found): string =>
  text.slice(words[from]?.from, words[to - 1]?.to).replace(/\s+/g, ' ')
