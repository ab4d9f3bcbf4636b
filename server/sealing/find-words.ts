/** The form in which a word was found. */
export type WordForm = 'as it is' | 'base64' | 'hex'
export type FoundWord = { word: number; form: WordForm; at: number }

type Needle = { word: number; form: WordForm; bytes: string; isFolded: boolean }

/** In base64 or hex fewer bytes than these are found where nobody wrote them. */
const fewestEncoded = 6
/** The length from which letters in a row, without any space, are a key or a sealed text: a short word in them is chance. */
const chanceRun = 64
const longEnough = 10

const asBytes = (text: string): string => Buffer.from(text).toString('latin1')
/** Lower case for the letters of ASCII; others are looked for in each case. */
const folded = (bytes: string): string => bytes.replaceAll(/[A-Z]+/g, (some) => some.toLowerCase())

/** The base64 of a word wherever it begins, without what depends on its neighbours. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const whole = Math.floor(((before + bytes.length) * 8) / 6)
    return all.slice(before === 0 ? 0 : before + 1, whole)
  })
}

function needlesOf(text: string, word: number): Needle[] {
  const cases = [...new Set([text, text.toLowerCase(), text.toUpperCase()])]
  const plain = cases.map((one): Needle => ({
    word,
    form: 'as it is',
    bytes: folded(asBytes(one)),
    isFolded: true,
  }))
  const encoded = cases.flatMap((one): Needle[] => {
    const bytes = Buffer.from(one)
    if (bytes.length < fewestEncoded) return []
    const base64 = base64Of(bytes).flatMap((some) => [some, some.replaceAll('+', '-').replaceAll('/', '_')])
    return [
      ...[...new Set(base64)].map((some): Needle => ({ word, form: 'base64', bytes: some, isFolded: false })),
      { word, form: 'hex', bytes: bytes.toString('hex'), isFolded: true },
    ]
  })
  return [...plain, ...encoded].filter(
    ({ bytes }, at, all) => all.findIndex((one) => one.bytes === bytes) === at,
  )
}

const isLetter = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 43 ||
  code === 47

function isChance(haystack: string, at: number, { form, bytes }: Needle): boolean {
  if (form !== 'as it is' || bytes.length >= longEnough) return false
  let [from, to] = [at, at + bytes.length]
  while (from > 0 && at - from < chanceRun && isLetter(haystack.charCodeAt(from - 1))) from -= 1
  while (to < haystack.length && to - at < chanceRun && isLetter(haystack.charCodeAt(to))) to += 1
  return to - from >= chanceRun
}

/**
 * Looks for words in bytes: as they are whatever their case, in base64 and in hex, all as UTF-8.
 * @returns finds in bytes, each word and form once; `longest` bytes must overlap where a file is read in pieces
 */
export function wordFinder(words: string[]): { find(bytes: Buffer): FoundWord[]; longest: number } {
  const needles = words.flatMap(needlesOf)
  function find(bytes: Buffer): FoundWord[] {
    const haystack = bytes.toString('latin1')
    const lower = folded(haystack)
    const found: FoundWord[] = []
    for (const needle of needles) {
      const among = needle.isFolded ? lower : haystack
      let at = among.indexOf(needle.bytes)
      while (at >= 0 && isChance(haystack, at, needle)) at = among.indexOf(needle.bytes, at + 1)
      const { word, form } = needle
      if (at >= 0 && !found.some((one) => one.word === word && one.form === form))
        found.push({ word, form, at })
    }
    return found
  }
  return { find, longest: Math.max(0, ...needles.map(({ bytes }) => bytes.length)) + chanceRun }
}
