import type { Language } from '../contract/shape.ts'

/** Visible lines that mark the section: Exchange keeps text where it drops ids, classes and comments. */
export const sentinels: Record<Language, { begin: string; end: string }> = {
  nl: { begin: 'Groei · samenvatting en afspraken', end: 'Einde van Groei' },
  en: { begin: 'Groei · summary and commitments', end: 'End of Groei' },
}

export const beginLine = (language: Language, reference: string) =>
  `${sentinels[language].begin} · ${reference}`
export const endLine = (language: Language, reference: string) => `${sentinels[language].end} · ${reference}`

/** Longer than any mark, spaces and invisible characters included: such a line need not be looked at. */
const longestMark = 400

/** Text as a reader sees it: entities are decoded before; kinds of space and invisible characters do not count. */
export const seen = (text: string): string =>
  text
    .replace(/\p{Cf}|[^\P{Cc}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Lines as a reader sees them; empty ones do not count either. */
export const seenLines = (lines: string[]): string => lines.map(seen).filter(Boolean).join('\n')

export type Mark = { kind: 'begin' | 'end'; reference: string }

/** Signs before a line that a client or a person made part of a list. A quotation is a copy of theirs, and stays. */
const listed = /^(?:[*\-–—•‣◦▪·]|\d{1,3}[.)]|\(?[a-z][.)])\s+/i
/** The kinds of a dot between words, and of a hyphen, that word processors and phones put in place of each other. */
const dots = /\s*[·•‧∙⋅・･●▪|]\s*/g
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g

/** A line as its mark reads, whatever a client made of its signs (docs/platform-facts.md, Event bodies). */
function folded(line: string): string {
  let text = seen(line)
  for (let depth = 0; depth < 4 && listed.test(text); depth += 1) text = text.replace(listed, '')
  return text
    .replace(hyphens, '-')
    .replace(dots, ' · ')
    .replace(/[\s.,;:]+$/, '')
    .toLowerCase()
}

const known = Object.values(sentinels).flatMap(({ begin, end }) => [
  { kind: 'begin' as const, words: begin.toLowerCase() },
  { kind: 'end' as const, words: end.toLowerCase() },
])

/** Is this line a begin or end mark, in either language, and of which reference? */
export function markOf(text: string): Mark | null {
  if (text.length > longestMark || !/groei/i.test(text)) return null
  const found = /^(.+) · (gr-[a-z0-9]{8})$/.exec(folded(text))
  const [, words, reference] = found ?? []
  const kind = known.find((one) => one.words === words)?.kind
  return kind && reference ? { kind, reference: reference.toUpperCase() } : null
}

/**
 * The meeting blob, by its join link or its line of underscores (docs/platform-facts.md, Event bodies). The name of a
 * host is bounded (RFC 1035 has 63 for a label): without a bound, text that begins like one again and again takes quadratic
 * time.
 */
const joinLink = /meetup-join|teams\.[a-z.]{1,100}(?:\/|%2f)meet(?:\/|%2f)/i
const underscores = /_{20,}/

export const holdsBlob = (source: string): boolean => joinLink.test(source) || underscores.test(source)

/**
 * A person's text, changed so that it cannot pass for a mark or for the meeting blob. The hyphen of a code becomes one
 * that looks the same and that no client puts there, a line of underscores is cut short, and a join link gets an invisible character: the join link
 * must be in the body exactly as often as before (`guard.ts`). Control characters and lone surrogates are left out, for
 * neither HTML nor XML can hold them.
 */
export const harmless = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\r\n]/gu, ' ')
    .replace(/(G\p{Cf}*R\p{Cf}*)[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d](?=\p{Cf}*[A-Z0-9])/giu, '$1\u2043')
    .replace(/_{16,}/g, '_'.repeat(15))
    .replace(/meetup(?=-join)/gi, '$&\u2060')
    .replace(/(teams\.[a-z.]{1,100})(?=(?:\/|%2f)meet(?:\/|%2f))/gi, '$1\u2060')
