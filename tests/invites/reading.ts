import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Body } from '../../server/invite/merge.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode

const block =
  /^(address|article|blockquote|body|br|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|table|tbody|td|th|thead|tr|ul)$/
const silent = new Set(['head', 'style', 'script', 'title', 'template'])

/** What a reader gets of a body: its lines, and after them where its links and pictures lead, in order. */
export function reading({ contentType, content }: Body): { lines: string[]; links: string[] } {
  const links: string[] = []
  const read = (node: Parent): string =>
    node.childNodes
      .map((child) => {
        if (child.nodeName === '#text' && 'value' in child) return child.value.replace(/\s/g, ' ')
        if (!('childNodes' in child) || silent.has(child.nodeName)) return ''
        for (const { name, value } of child.attrs) if (name === 'href' || name === 'src') links.push(value)
        const text = read(child)
        return block.test(child.nodeName) ? `\n${text}\n` : text
      })
      .join('')
  const text = contentType === 'text' ? content : read(parse(content))
  const lines = text
    .split('\n')
    .map((line) =>
      line
        .replace(/\p{Cf}/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
  return { lines, links }
}
