import type { Language } from '../contract/shape.ts'

/** Visible lines that mark the section: Exchange keeps text where it drops ids, classes and comments. */
export const sentinels: Record<Language, { begin: string; end: string }> = {
  nl: { begin: 'Groei · samenvatting en afspraken', end: 'Einde van Groei' },
  en: { begin: 'Groei · summary and commitments', end: 'End of Groei' },
}

export const beginLine = (language: Language, reference: string) =>
  `${sentinels[language].begin} · ${reference}`
export const endLine = (language: Language, reference: string) => `${sentinels[language].end} · ${reference}`

/** Text as a reader sees it: entities are decoded before; spaces of any kind and invisible characters do not count. */
export const seen = (text: string): string =>
  text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()

/** Is this text a begin or end line of that reference, in either language? */
export function markOf(text: string, reference: string): 'begin' | 'end' | null {
  const line = seen(text)
  for (const language of ['nl', 'en'] as const) {
    if (line === beginLine(language, reference)) return 'begin'
    if (line === endLine(language, reference)) return 'end'
  }
  return null
}

/** What a person typed can look like a mark only when it holds a code: the hyphen becomes one that reads the same. */
export const harmless = (text: string): string => text.replace(/GR-(?=[A-Z0-9]{8})/g, 'GR\u2011')
