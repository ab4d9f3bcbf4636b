const entities: Record<string, string> = {
  amp: '&',
  colon: ':',
  commat: '@',
  num: '#',
  sol: '/',
  period: '.',
  quest: '?',
  equals: '=',
}

/** Safe Links of one organisation wraps those of another, whose link somebody encoded already. */
const rounds = 5

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** One sequence at a time, so that a stray `%E9` or a lone `%` elsewhere leaves the rest readable. */
function unescaped(sequence: string): string {
  try {
    return decodeURIComponent(sequence)
  } catch {
    return sequence
  }
}

const once = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_all, digits: string) => character(Number(digits)))
    .replace(/&([a-z]+);/g, (all, name: string) => entities[name] ?? all)
    .replace(/(?:%[0-9a-f]{2})+/gi, unescaped)

/**
 * A link, or a text with links in it, in the form in which links are compared: in small letters, and decoded until that
 * changes nothing more. Safe Links writes a link as a parameter, so it is encoded twice, and HTML encodes that once more.
 */
export function decodedLink(text: string): string {
  let now = text
  for (let round = 0; round < rounds; round += 1) {
    const next = once(now)
    if (next === now) break
    now = next
  }
  return now.toLowerCase()
}
