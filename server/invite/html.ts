import { children, isBlank, isText, linesOf, walk, type Node, type Parent } from './html-lines.ts'
import { parseDocument } from './html-parse.ts'
import { inviteLimits, type InviteLimits } from './limits.ts'
import { paired, withoutBlob, type Found, type Range } from './ranges.ts'
import { holdsBlob, markOf, seenLines } from './sentinels.ts'

/**
 * Where each node stands in the original characters. A parser that repairs unclosed markup (`<b>` and its like)
 * copies elements, and a copy has the place of its original, so a second element at one place has none.
 */
function placesOf(root: Parent): Map<Node, Range> {
  const places = new Map<Node, Range>()
  const starts = new Set<number>()
  walk(root, (node) => {
    const location = node.sourceCodeLocation
    if (location && (isText(node) || !starts.has(location.startOffset))) {
      places.set(node, { from: location.startOffset, to: location.endOffset })
    }
    if (location && !isText(node)) starts.add(location.startOffset)
    return true
  })
  return places
}

const parentOf = (node: Node): Node | null => {
  const parent = node.parentNode
  return parent && 'parentNode' in parent ? parent : null
}

/** The way from the root down to the node, the node included. */
function wayTo(node: Node): Node[] {
  const way = [node]
  for (let up = parentOf(node); up; up = parentOf(up)) way.push(up)
  return way.reverse()
}

/** Is everything before (or after) this child something that no reader would miss? */
function isEdge(child: Node, parent: Node, side: 'begin' | 'end'): boolean {
  const all = children(parent)
  const at = all.indexOf(child)
  return (side === 'begin' ? all.slice(0, at) : all.slice(at + 1)).every(isBlank)
}

/** The largest element with a place of its own that begins (or ends) with this mark and ends before the other. */
function edgeOf(way: Node[], shared: number, side: 'begin' | 'end', places: Map<Node, Range>): Node | null {
  let best: Node | null = null
  for (let i = way.length - 1; i >= shared; i -= 1) {
    const node = way[i]
    const child = way[i + 1]
    if (!node || (child && !isEdge(child, node, side))) break
    if (places.has(node)) best = node
  }
  return best
}

/** The pieces from the begin mark to the end mark. What holds a person's own text as well stays standing. */
function piecesOf(beginText: Node, endText: Node, places: Map<Node, Range>): Range[] {
  const beginWay = wayTo(beginText)
  const endWay = wayTo(endText)
  let shared = 0
  while (beginWay[shared] !== undefined && beginWay[shared] === endWay[shared]) shared += 1
  const first = edgeOf(beginWay, shared, 'begin', places)
  const last = edgeOf(endWay, shared, 'end', places)
  const from = first && places.get(first)?.from
  const to = last && places.get(last)?.to
  if (!first || !last || from == null || to == null || from >= to) return []
  const wrapper = beginWay[shared - 1]
  if (!wrapper) return []
  const place = places.get(wrapper)
  const ours =
    wrapper.nodeName === 'div' &&
    place &&
    wrapper === parentOf(first) &&
    wrapper === parentOf(last) &&
    isEdge(first, wrapper, 'begin') &&
    isEdge(last, wrapper, 'end')
  if (ours && isClosed(wrapper)) return [place]
  if (parentOf(first) === parentOf(last)) return [{ from, to }]
  return inside(wrapper, { from, to }, places)
}

/** The largest nodes that lie within the range, so that a tag never loses its partner. */
function inside(root: Node, range: Range, places: Map<Node, Range>): Range[] {
  const pieces: Range[] = []
  walk(root, (node) => {
    const place = places.get(node)
    if (!place || place.from < range.from || place.to > range.to) return true
    pieces.push(place)
    return false
  })
  return pieces
}

const endTagOf = (node: Node | undefined): number | undefined => {
  const location = node?.sourceCodeLocation
  return location && 'endTag' in location ? location.endTag?.startOffset : undefined
}
const isClosed = (node: Node) => endTagOf(node) !== undefined

/**
 * The sections of an HTML body, found by what a reader sees, and where a new one may go.
 * @throws TooLarge
 */
export function findInHtml(content: string, limits: InviteLimits = inviteLimits): Found {
  const document = parseDocument(content, limits)
  const lines = linesOf(document)
  const marks = lines.flatMap((line, at) => {
    const mark = markOf(line.text)
    return mark ? [{ ...mark, ...line, at }] : []
  })
  const places = marks.length > 0 ? placesOf(document) : new Map<Node, Range>()
  const sections = paired(marks).flatMap(([begin, end]) => {
    const pieces = piecesOf(begin.first, end.last, places)
    if (pieces.length === 0 || !withoutBlob(content, pieces)) return []
    const text = seenLines(lines.slice(begin.at, end.at + 1).map((line) => line.text))
    return [{ reference: begin.reference, text, pieces }]
  })
  const html = children(document).find((node) => node.nodeName === 'html')
  const body = html && children(html).find((node) => node.nodeName === 'body')
  const endTag = endTagOf(body) ?? endTagOf(html)
  // An end tag that the parser understood stands outside comments, tags and raw text; that saves a second parse.
  const end = { at: endTag ?? content.length, sure: endTag !== undefined }
  // A body that ends in an open comment swallows what comes after it, and one that ends in an open blob takes it
  // in: then the section goes first.
  const start = { at: (body && startOf(body)) ?? 0, sure: false }
  const openBlob = body && openAtEnd(body).some((from) => holdsBlob(content.slice(from)))
  return { lines: lines.map(({ text }) => text), sections, places: openBlob ? [start, end] : [end, start] }
}

/** Where the elements begin that nobody closed and that what is appended would therefore end up in. */
function openAtEnd(body: Node): number[] {
  const open: number[] = []
  let node = children(body).at(-1)
  while (node && 'childNodes' in node) {
    const location = node.sourceCodeLocation
    if (location && !isClosed(node)) open.push(location.startOffset)
    node = children(node).at(-1)
  }
  return open
}

function startOf(body: Node): number | undefined {
  const location = body.sourceCodeLocation
  if (location && 'startTag' in location && location.startTag) return location.startTag.endOffset
  return children(body)[0]?.sourceCodeLocation?.startOffset
}
