/** Letters and digits of scripts that run from right to left (Unicode: Bidi_Class R, AL and AN). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** They turn the direction of all that follows: marks, embeddings and overrides. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e]/g
const isolates = /[\u2066-\u2069]/g
/** First strong isolate: what is in it has a direction of its own. PDI ends it. */
const fsi = '\u2068'
const pdi = '\u2069'

/** Does each isolate end, and each end belong to one? Then it reaches no further than this text. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const sign of text.match(isolates) ?? []) {
    depth += sign === pdi ? -1 : 1
    if (depth < 0) return false
  }
  return depth === 0
}

/** Without any sign that turns the direction of text. */
export const withoutTurning = (text: string): string => text.replace(turning, '').replace(isolates, '')

/**
 * A name, a subject or what somebody typed, so that it can stand inside a sentence of ours: it reorders nothing around it
 * (Unicode UAX #9). Text that runs from left to right needs nothing for that, and stays as it is.
 */
export const isolated = (text: string): string =>
  // An isolate ends with its line at the latest.
  text.replace(turning, '').replace(/[^\r\n\u0085\u2028\u2029]+/g, (line) => {
    const own = isBalanced(line) ? line : line.replace(isolates, '')
    return rightToLeft.test(own) ? `${fsi}${own}${pdi}` : own
  })

/** Texts of ours, in which everything that is filled in is isolated. */
export function isolating<T>(texts: T): T {
  if (typeof texts === 'function')
    return ((...given: unknown[]) => (texts as (...all: unknown[]) => unknown)(...given.map(filledIn))) as T
  if (Array.isArray(texts)) return texts.map(isolating) as T
  if (typeof texts !== 'object' || texts === null) return texts
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, isolating(text)])) as T
}

const filledIn = (given: unknown): unknown =>
  typeof given === 'string' ? isolated(given) : Array.isArray(given) ? given.map(filledIn) : given
