import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

const dropped = new Set(['script', 'style', 'iframe', 'object', 'form', 'link'])

/**
 * What Exchange makes of HTML that it is given: scripts, styles, comments and data attributes go, ids and
 * classes get an `x_` each time (platform facts, event bodies).
 */
export function mangled(html: string): string {
  const document = parse(html)
  const clean = (node: Parent): void => {
    node.childNodes = node.childNodes.filter(
      (child) => child.nodeName !== '#comment' && !dropped.has(child.nodeName),
    )
    for (const child of node.childNodes as Node[]) {
      if ('attrs' in child) {
        child.attrs = child.attrs
          .filter(({ name }) => !name.startsWith('data-') && !name.startsWith('on'))
          .map(({ name, value }) =>
            name === 'id' || name === 'class'
              ? {
                  name,
                  value: value
                    .split(/\s+/)
                    .map((one) => `x_${one}`)
                    .join(' '),
                }
              : { name, value },
          )
      }
      if ('childNodes' in child) clean(child)
    }
  }
  clean(document)
  return serialize(document).replace(
    '<head></head>',
    '<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>',
  )
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A plain text body is kept as HTML, as Exchange does with events. */
export const textAsHtml = (text: string): string =>
  mangled(`<div>${text.replace(/[&<>]/g, (one) => escapes[one] ?? one).replace(/\r?\n/g, '<br>')}</div>`)

export const previewOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 255)
