import { findInHtml } from './html.ts'
import { findInText, separator } from './plain.ts'
import { spliced, type Found, type Range } from './ranges.ts'
import type { Section } from './render.ts'

export type Body = { contentType: 'html' | 'text'; content: string }

/** Finds the sections of a body, and the places where a new one may go. */
export const find = (body: Body): Found =>
  body.contentType === 'html' ? findInHtml(body.content) : findInText(body.content)

const piecesOf = ({ sections }: Found, reference: string): Range[] =>
  sections.filter((one) => one.reference === reference).flatMap((one) => one.pieces)

/**
 * Puts the section into a body: in place of the one with the same reference, wherever that is now, else at the
 * end, outside the meeting blob. Sections that were pasted become one again. A section of which somebody
 * removed a mark is theirs, and left as it is. Everything else stays as it was, to the character.
 */
export function mergeSection(body: Body, reference: string, section: Section): Body {
  const piece = body.contentType === 'html' ? section.html : section.text
  const found = find(body)
  const pieces = piecesOf(found, reference)
  if (pieces.length > 0) return { ...body, content: spliced(body.content, pieces, piece) }
  const added = body.contentType === 'html' || !body.content ? piece : `${separator}${piece}`
  const candidates = found.places.map(({ at, sure }) => {
    const content = body.content.slice(0, at) + added + body.content.slice(at)
    const to = at + added.length
    return { body: { ...body, content }, piece: { from: to - piece.length, to }, sure }
  })
  // A place counts only when exactly this piece is found there again: an open comment or tag before it would
  // swallow it, and every retry would then add one more.
  const good = candidates.find(
    (one) =>
      one.sure ||
      piecesOf(find(one.body), reference).some(
        ({ from, to }) => from === one.piece.from && to === one.piece.to,
      ),
  )
  return (good ?? candidates.at(-1))?.body ?? body
}

/** Takes the section out again. */
export function removeSection(body: Body, reference: string): Body {
  const pieces = piecesOf(find(body), reference)
  if (pieces.length === 0) return body
  const withSeparators =
    body.contentType === 'html'
      ? pieces
      : pieces.map(({ from, to }) => {
          const added = body.content.slice(0, from).endsWith(separator) ? separator.length : 0
          return { from: from - added, to }
        })
  return { ...body, content: spliced(body.content, withSeparators, '') }
}
