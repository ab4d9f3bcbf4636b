import { children, isText, walk } from './html-lines.ts'
import { parsePiece } from './html-parse.ts'

const probe = 'x'

/**
 * Does this piece of markup mean the same elsewhere? Not when a parser skips tags of it (cells without their
 * table), not when it leaves an element open, which would take in what comes after it, and not when it shows
 * something that is attached to the invite it came from.
 */
export function standsAlone(html: string): boolean {
  const fragment = parsePiece(html + probe)
  let at = 0
  for (const { sourceCodeLocation: place } of children(fragment)) {
    if (place?.startOffset !== at) return false
    at = place.endOffset
  }
  const last = children(fragment).at(-1)
  if (!last || !isText(last) || !last.value.endsWith(probe)) return false
  let attached = false
  walk(fragment, (node) => {
    if ('attrs' in node && node.attrs.some(({ value }) => /\bcid:/i.test(value))) attached = true
    return !attached
  })
  return !attached
}
