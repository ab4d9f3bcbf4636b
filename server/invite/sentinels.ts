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

/** The kinds of a hyphen that word processors and phones put in place of each other. */
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
/** Signs before a line that a client or a person made part of a list: numbers, letters, bullets. */
const listed = /^(?:[^\p{L}\p{N}]|(?:[\d.]{1,8}|[ivx]{1,5}|\p{L})(?![\p{L}\p{N}]))+/u
/** A rest of a sign that was read in another encoding. */
const misread = /[âã](?![\p{L}\p{N}])/gu

const signs = /[^\p{L}\p{N}]+/gu
const letters = (text: string): string => text.normalize('NFKD').replace(signs, '')

/** The words of a mark, in whatever signs a client put around and between them (docs/platform-facts.md, Event bodies). */
const wordsOf = (text: string): string => letters(text.replace(listed, '').replace(misread, ''))

/** The words of marks as translators put them. */
const translated = {
  begin: [
    'Groei · summary and agreements',
    'Groei · summary and appointments',
    'Groei · samenvatting en verplichtingen',
    'Groei · samenvatting en toezeggingen',
    'Groei · Zusammenfassung und Vereinbarungen',
    'Groei · résumé et accords',
  ],
  end: ['Einde Groei', 'Groei end', 'Ende von Groei', 'Fin de Groei'],
}
const known = new Map(
  (['begin', 'end'] as const).flatMap((kind) => {
    const ours = Object.values(sentinels).map((one) => one[kind])
    return [...ours, ...translated[kind]].flatMap((words) =>
      [words, words.replace('Groei', 'Growth')].map((one) => [letters(one.toLowerCase()), kind] as const),
    )
  }),
)

/** Is this line a begin or end mark, in either language, and of which reference? */
export function markOf(text: string): Mark | null {
  if (text.length > longestMark || !/g\p{Cf}*r/iu.test(text)) return null
  // A quotation is a copy of theirs, perhaps with their answers in it.
  if (/^\s*[>|]/.test(text)) return null
  const line = seen(text).replace(hyphens, '-').toLowerCase()
  const [, words = '', reference] = /^(.+)gr ?- ?([a-z0-9]{8})[^\p{L}\p{N}]*$/u.exec(line) ?? []
  const kind = known.get(wordsOf(words))
  return kind && reference ? { kind, reference: `GR-${reference.toUpperCase()}` } : null
}

/** Does the code of a section stand in this line, in whatever signs? Then something of it is there. */
export const names = (line: string, reference: string): boolean =>
  line.replace(anySign, '').toUpperCase().includes(reference.replace('-', ''))
/** But for the hyphen of `harmless`. */
const anySign = /[^\p{L}\p{N}\u2043]+/gu

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
    .replace(
      /(G\p{Cf}*R[\p{Cf}\s]*)[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d](?=[\p{Cf}\s]*[A-Z0-9])/giu,
      '$1\u2043',
    )
    .replace(/_{16,}/g, '_'.repeat(15))
    .replace(/meetup(?=-join)/gi, '$&\u2060')
    .replace(/(teams\.[a-z.]{1,100})(?=(?:\/|%2f)meet(?:\/|%2f))/gi, '$1\u2060')
