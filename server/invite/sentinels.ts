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

/** Is this line a begin or end mark, in either language, and of which reference? */
export function markOf(text: string): Mark | null {
  if (text.length > longestMark || !text.includes('Groei')) return null
  const found = /^(.+) · (GR-[A-Z0-9]{8})$/.exec(seen(text))
  const [, words, reference] = found ?? []
  if (!words || !reference) return null
  const known = Object.values(sentinels)
  if (known.some((one) => one.begin === words)) return { kind: 'begin', reference }
  if (known.some((one) => one.end === words)) return { kind: 'end', reference }
  return null
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
 * that looks the same, a line of underscores is cut short, and a join link gets an invisible character: the join link
 * must be in the body exactly as often as before (`guard.ts`). Control characters and lone surrogates are left out, for
 * neither HTML nor XML can hold them.
 */
export const harmless = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\r\n]/gu, ' ')
    .replace(/(G\p{Cf}*R\p{Cf}*)-(?=\p{Cf}*[A-Z0-9])/gu, '$1\u2011')
    .replace(/_{16,}/g, '_'.repeat(15))
    .replace(/meetup(?=-join)/gi, '$&\u2060')
    .replace(/(teams\.[a-z.]{1,100})(?=(?:\/|%2f)meet(?:\/|%2f))/gi, '$1\u2060')
