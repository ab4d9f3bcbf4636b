import { parse, serializeOuter, serialize, type DefaultTreeAdapterTypes } from 'parse5'
import { framed } from '../calendar/new-item.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

const dropped = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'link',
  'meta',
  'title',
  'base',
])

/**
 * HTML as Exchange stores it: without scripts, styles, comments and data attributes, and with an `x_` before ids and
 * classes, one more each time (docs/platform-facts.md, Event bodies).
 */
export function mangled(html: string): string {
  const document = parse(html)
  clean(document)
  const root = elements(document).find((one) => one.tagName === 'html')
  const body = root && elements(root).find((one) => one.tagName === 'body')
  if (!body) return framed('')
  const attributes = /^<body([^>]*)>/.exec(serializeOuter(body))?.[1] ?? ''
  return framed(serialize(body)).replace('<body>', () => `<body${attributes}>`)
}

const elements = (node: Parent): Element[] =>
  node.childNodes.filter((child): child is Element => 'tagName' in child)

function clean(node: Parent): void {
  node.childNodes = node.childNodes.filter(
    (child) => child.nodeName !== '#comment' && !dropped.has(child.nodeName),
  )
  for (const child of elements(node)) {
    child.attrs = child.attrs
      .filter(({ name, value }) => !/^(data-|on)/.test(name) && !/^\s*javascript:/i.test(value))
      .map((one) => (one.name === 'id' || one.name === 'class' ? { ...one, value: marked(one.value) } : one))
    clean(child)
  }
}

const marked = (names: string): string =>
  names
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => `x_${one}`)
    .join(' ')

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A plain text body is kept as HTML, as Exchange does with events. */
export const textAsHtml = (text: string): string =>
  framed(
    `<div class="PlainText">${text.replace(/[&<>]/g, (one) => escapes[one] ?? one).replace(/\r?\n/g, '<br>')}</div>`,
  )

/** The first 255 characters that a reader sees. */
export function previewOf(html: string): string {
  const read = (node: Parent): string =>
    node.childNodes
      .map((child) => {
        if (child.nodeName === '#text') return (child as DefaultTreeAdapterTypes.TextNode).value
        if (child.nodeName === 'br') return '\n'
        if (!('childNodes' in child)) return ''
        return /^(div|p|li|tr|h\d|table|ul|ol)$/.test(child.nodeName) ? `${read(child)}\n` : read(child)
      })
      .join('')
  return read(parse(html))
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n[\s]*/g, '\r\n')
    .trim()
    .slice(0, 255)
}
