import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { markOf } from './sentinels.ts'
import type { Section } from './render.ts'

export type Body = { contentType: 'html' | 'text'; content: string }
type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode
type Range = { from: number; to: number }
type Place = Range & { mark: 'begin' | 'end'; path: Node[] }

const children = (node: Parent | Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const blocks = new Set(['p', 'div', 'td', 'li', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'body', 'html'])
const isBlock = (node: Node | Parent) => blocks.has(node.nodeName)

function textOf(node: Node | Parent): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return children(node).map(textOf).join('')
}

/** The smallest blocks whose visible text is a mark, with the way to them from the root. */
function marksIn(root: Parent, reference: string): Place[] {
  const found: Place[] = []
  const visit = (node: Parent | Node, path: Node[]): void => {
    for (const child of children(node)) {
      const way = [...path, child]
      const mark = isBlock(child) && !children(child).some(isBlock) ? markOf(textOf(child), reference) : null
      const location = child.sourceCodeLocation
      if (mark && location) {
        found.push({ mark, path: way, from: location.startOffset, to: location.endOffset })
      } else visit(child, way)
    }
  }
  visit(root, [])
  return found
}

/** From the begin mark to the end mark, with the wrappers that hold nothing but the section. */
function sectionRange(begin: Place, end: Place): Range | null {
  let depth = 0
  while (begin.path[depth] !== undefined && begin.path[depth] === end.path[depth]) depth += 1
  const first = begin.path[depth]
  const last = end.path[depth]
  const wrapper = begin.path[depth - 1]
  if (!first || !last) return null
  const siblings = wrapper ? children(wrapper).filter((one) => textOf(one).trim() !== '') : []
  const alone = wrapper?.nodeName === 'div' && siblings[0] === first && siblings.at(-1) === last
  const from = (alone ? wrapper : first)?.sourceCodeLocation?.startOffset
  const to = (alone ? wrapper : last)?.sourceCodeLocation?.endOffset
  return from === undefined || to === undefined ? null : { from, to }
}

/** Where the content of an element ends, when its end tag was written. */
function endOf(node: Node | undefined): number | undefined {
  const location = node?.sourceCodeLocation
  return location && 'endTag' in location ? location.endTag?.startOffset : undefined
}

function rangesInHtml(content: string, reference: string): { ranges: Range[]; end: number } {
  const document = parse(content, { sourceCodeLocationInfo: true })
  const marks = marksIn(document, reference)
  const ranges = marks.flatMap((place, index) => {
    const next = marks[index + 1]
    const range = place.mark === 'begin' && next?.mark === 'end' ? sectionRange(place, next) : null
    return range ? [range] : []
  })
  const html = children(document).find((node) => node.nodeName === 'html')
  const body = html && children(html).find((node) => node.nodeName === 'body')
  return { ranges, end: endOf(body) ?? endOf(html) ?? content.length }
}

function rangesInText(content: string, reference: string): { ranges: Range[]; end: number } {
  const ranges: Range[] = []
  let begin: number | null = null
  let at = 0
  for (const line of content.split('\n')) {
    const mark = markOf(line, reference)
    if (mark === 'begin') begin = at
    if (mark === 'end' && begin !== null) {
      ranges.push({ from: begin, to: at + line.length })
      begin = null
    }
    at += line.length + 1
  }
  return { ranges, end: content.length }
}

const rangesIn = (body: Body, reference: string) =>
  body.contentType === 'html' ? rangesInHtml(body.content, reference) : rangesInText(body.content, reference)

/** Cuts and pastes in the original characters, so that what is not ours stays as it was. */
function spliced(content: string, ranges: Range[], replacement: string): string {
  return [...ranges]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, range, index) =>
        text.slice(0, range.from) + (index === ranges.length - 1 ? replacement : '') + text.slice(range.to),
      content,
    )
}

/**
 * Puts the section into a body: in place of the one with the same reference, wherever that is now, else at the
 * end, outside the meeting blob. A section of which somebody removed a mark is theirs, and left as it is.
 */
export function mergeSection(body: Body, reference: string, section: Section): Body {
  const { ranges, end } = rangesIn(body, reference)
  const html = body.contentType === 'html'
  const piece = html ? section.html : section.text
  const content =
    ranges.length > 0
      ? spliced(body.content, ranges, piece)
      : body.content.slice(0, end) +
        (html || !body.content ? piece : `\n\n${piece}`) +
        body.content.slice(end)
  return { ...body, content }
}

/** Takes the section out again. */
export function removeSection(body: Body, reference: string): Body {
  const { ranges } = rangesIn(body, reference)
  return ranges.length === 0 ? body : { ...body, content: spliced(body.content, ranges, '') }
}

/** How many whole sections of this reference a body holds. */
export const countSections = (body: Body, reference: string): number =>
  rangesIn(body, reference).ranges.length
