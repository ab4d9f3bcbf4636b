import { createHash } from 'node:crypto'
import { standsAlone } from './html-piece.ts'
import { find, mergeSection, type Body } from './merge.ts'
import type { Range } from './ranges.ts'
import { asHtml, type Section } from './render.ts'
import { names, seen } from './sentinels.ts'

/** A section as it stands in an invite now. */
export type FoundSection = {
  /** Its lines as a reader sees them, marks included. Copies that read the same count once. */
  text: string
  /** Which stretches of the body are its own: one, unless it was pasted again or something came in between. */
  pieces: Range[]
}

/** The whole section with this reference, or null: there is none, or somebody took one of its marks away. */
export function sectionIn(body: Body, reference: string): FoundSection | null {
  const sections = find(body).sections.filter((one) => one.reference === reference)
  if (sections.length === 0) return null
  return {
    text: [...new Set(sections.map((one) => one.text))].join('\n'),
    pieces: sections.flatMap((one) => one.pieces),
  }
}

const safeLink = /^https?:\/\/[a-z0-9.-]*safelinks\.protection\.outlook\.com\//i

/** Safe Links rewrites links in plain text (and adds the slash and the scheme that a person left out). */
function originalLink(link: string): string {
  const original = (safeLink.test(link) && URL.parse(link)?.searchParams.get('url')) || link
  return original.replace(/^https?:\/\//i, '').replace(/\/$/, '')
}

/**
 * Stays the same whatever the service does to the markup of a section (docs/platform-facts.md, Event bodies) and
 * changes when somebody changes a word: lines may be broken elsewhere, links be rewritten, kinds of space and
 * invisible characters come and go. 22 characters, of the SHA-256 of the text that `sectionIn` gives.
 */
export const fingerprintOf = (text: string): string =>
  createHash('sha256')
    .update(seen(text.replace(/https?:\/\/\S+/gi, originalLink)))
    .digest('base64url')
    .slice(0, 22)

/** The record of a section as Groei wrote it last. */
export type LastWritten = {
  fingerprint?: string | undefined
  handEdited?: boolean | undefined
  /** One of the two said that it may be written over. */
  overEdited?: boolean | undefined
}

/**
 * Does the code of a section stand in the body, be it in marks that somebody changed, without one of the two, or in a
 * quotation? Then something of it can be read there.
 */
export const isNamed = (body: Body, reference: string): boolean =>
  find(body).lines.some((line) => names(line, reference))

/** Has somebody changed the section since, and did nobody say that it may be written over? */
export function isEdited(body: Body, reference: string, last: LastWritten): boolean {
  if (last.overEdited) return false
  const foundSection = sectionIn(body, reference)
  // With other marks it is still there: another one beside it would be one too many.
  if (!foundSection) return isNamed(body, reference)
  if (last.handEdited) return true
  return last.fingerprint !== undefined && fingerprintOf(foundSection.text) !== last.fingerprint
}

/** The section as it could stand in another body, in both kinds; null when it is no one piece. */
function lifted(from: Body, { text, pieces: [piece, ...others] }: FoundSection): Section | null {
  if (!piece || others.length > 0) return null
  const own = from.content.slice(piece.from, piece.to)
  if (from.contentType === 'text') return { text: own, html: asHtml(own) }
  return standsAlone(own) ? { text, html: own } : null
}

/**
 * The body `to` with the section of `from` in it, as it is there, edits included; everything else in `to` stays
 * to the character, and `from` is for `removeSection`. Null when it would not arrive whole: other text stands
 * between its pieces, it was pasted twice, its markup cannot stand alone, or it shows a picture that is attached
 * to the other invite.
 */
export function carrySection(from: Body, to: Body, reference: string): Body | null {
  const foundSection = sectionIn(from, reference)
  const section = foundSection && lifted(from, foundSection)
  if (!section) return null
  const after = mergeSection(to, reference, section)
  const arrived = sectionIn(after, reference)
  return arrived && fingerprintOf(arrived.text) === fingerprintOf(foundSection.text) ? after : null
}
