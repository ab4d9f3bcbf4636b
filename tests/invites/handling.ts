import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5'
import { mangled, textAsHtml } from '../../infra/sandbox/graph/exchange-html.ts'
import type { Body } from '../../server/invite/merge.ts'
import { roughlyMangled } from '../support/rough-mangling.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode

/** Folds lines as Exchange's transport does, puts invisible characters in, and Safe Links before links of ours. */
function folded(html: string): string {
  const document = parse(html)
  const visit = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if (node.nodeName === '#text' && 'value' in node) {
        node.value = node.value.replace(/ (?=\S+ \S)/g, '\r\n').replace(/(?<=\p{L}) ?· /gu, '\u00a0·\u200b ')
      }
      if ('childNodes' in node && node.nodeName !== 'style') visit(node)
    }
  }
  visit(document)
  return serialize(document)
}

const times = (count: number, handle: (html: string) => string) => (html: string) =>
  Array.from({ length: count }).reduce<string>((now) => handle(now), html)

/** What a service or a client may make of an invite's HTML between two of our visits. */
export const handlings: [name: string, handle: (html: string) => string][] = [
  ['mangled once', mangled],
  ['mangled five times', times(5, mangled)],
  ['folded, then mangled', (html) => mangled(folded(html))],
  ['roughly mangled', roughlyMangled],
  ['roughly mangled twice, then mangled', (html) => mangled(times(2, roughlyMangled)(html))],
]

/** A plain text body comes back as HTML, like any event's. */
export const handled = (body: Body, handle: (html: string) => string): Body => ({
  contentType: 'html',
  content: handle(body.contentType === 'text' ? textAsHtml(body.content) : body.content),
})
