const entities: Record<string, string> = {
  amp: '&',
  colon: ':',
  sol: '/',
  period: '.',
  quest: '?',
  equals: '=',
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** One sequence at a time, so that a stray `%E9` elsewhere in the mail leaves the rest readable. */
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

/** Decoded until it no longer changes: Safe Links writes the link as a parameter, so it is encoded twice. */
function decoded(text: string): string {
  let now = text
  for (let round = 0; round < 4; round += 1) {
    const next = once(now)
    if (next === now) break
    now = next
  }
  return now.toLowerCase()
}

/**
 * Does a body that we are about to write keep the meeting blob? A body that loses the join link turns the
 * online meeting off (docs/platform-facts.md, Event bodies). The link must stand in it exactly as often as before.
 */
export function keepsMeetingBlob(before: string, after: string, joinUrl: string | null): boolean {
  if (!joinUrl) return true
  const link = decoded(joinUrl)
  const times = (body: string) => decoded(body).split(link).length - 1
  return times(after) === times(before)
}
