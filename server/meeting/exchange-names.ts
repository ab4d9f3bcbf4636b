import { personName } from '../contract/person-name.ts'

/** Hints in an Exchange name at whose it is; null where it has none. */
export type Evidence = { alias: string; words: string[] } | null

const marks = /\p{M}/gu
const wordsOf = (name: string): string[] =>
  personName(name)
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
const lettersOf = (name: string): string => wordsOf(name).join('')

/** @param name beside it in the invite */
export function evidenceOf(exchangeName: string, name: string): Evidence {
  const own = exchangeName.slice(exchangeName.lastIndexOf('/cn=') + '/cn='.length).slice(0, longest)
  // Exchange Online writes 32 figures before the alias; a mailbox of consumers has figures only.
  const alias = lettersOf(own.replace(/^[0-9a-f]{32}-?/, ''))
  const isNamed = !name.includes('@') && !name.includes('/')
  const words = isNamed ? wordsOf(name) : []
  const known = /^[0-9a-f]{10,}$/.test(alias) ? '' : alias
  return known || words.length > 0 ? { alias: known, words } : null
}

/** Longer is no name of anybody. */
const longest = 300
/** Exchange cuts long aliases. */
const surely = 8

/** Is somebody with this name and mail address the one whose Exchange name that is? */
export function fits(evidence: NonNullable<Evidence>, name: string, address: string): boolean {
  const local = address.slice(0, Math.max(address.lastIndexOf('@'), 0)).slice(0, longest)
  const { alias, words } = evidence
  const both = [lettersOf(local), name.includes('@') ? '' : lettersOf(name)].filter(Boolean)
  const names = [wordsOf(local), name.includes('@') ? [] : wordsOf(name)]
  // By the alias alone: an initial and a family name, or a given name and an initial.
  if (words.length === 0 && names.some((theirs) => shortened(theirs).includes(alias))) return true
  if (alias && both.some((one) => one === alias || (alias.length >= surely && one.startsWith(alias))))
    return true
  return names.some((theirs) => isWithin(words, theirs))
}

/** "Milan Bakker" as administrators shorten it; initials alone would be too many people's. */
function shortened(words: string[]): string[] {
  const [first = '', last = ''] = [words[0], words.slice(1).join('')]
  if (first.length < 1 || last.length < 1) return []
  const all = [first.slice(0, 1) + last, first + last.slice(0, 1), last + first.slice(0, 1)]
  return all.filter((one) => one.length > 3)
}

/** "Milan", "Bakker, Milan" and "M. Bakker" are one name, shorter and longer. */
function isWithin(some: string[], others: string[]): boolean {
  const [few, many] = some.length < others.length ? [some, others] : [others, some]
  const isInitial = (one: string, of: string) => one.length === 1 && of.startsWith(one)
  // An initial there counts only among as many words: of a longer name it may stand for any other.
  const isWhole = few.length === many.length
  const isIn = (word: string) =>
    many.some((one) => one === word || isInitial(word, one) || (isWhole && isInitial(one, word)))
  return few.some((word) => word.length > 1 && many.includes(word)) && few.every(isIn)
}
