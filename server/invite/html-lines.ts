import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Parent = DefaultTreeAdapterTypes.ParentNode
type Text = DefaultTreeAdapterTypes.TextNode

/** One line as a reader sees it, with the first and the last text that it consists of. */
export type Line = { text: string; first: Text; last: Text }

/** Everything else, known or not, stands in a line: programs have elements of their own. */
const block = new Set(
  (
    'address article aside blockquote body br button caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav ol ' +
    'optgroup option p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const unseen = new Set(['head', 'script', 'style', 'template', 'textarea', 'title', 'select', 'noscript'])

export const children = (node: Parent | Node): Node[] => ('childNodes' in node ? node.childNodes : [])
export const isText = (node: Node | Parent): node is Text => node.nodeName === '#text'

/** `enter` and `leave` each node in document order. A loop: mail can be nested deeper than the stack is high. */
export function walk(
  root: Parent | Node,
  enter: (node: Node) => boolean,
  leave: (node: Node) => void = () => {},
): void {
  const todo: { node: Node; left: boolean }[] = []
  const push = (nodes: Node[]) => {
    for (let i = nodes.length - 1; i >= 0; i -= 1) {
      const node = nodes[i]
      if (node) todo.push({ node, left: false })
    }
  }
  push(children(root))
  for (let step = todo.pop(); step; step = todo.pop()) {
    if (step.left) leave(step.node)
    else if (enter(step.node)) {
      todo.push({ node: step.node, left: true })
      push(children(step.node))
    }
  }
}

/** The visible lines: broken by `<br>` and by every element that is not inline. */
export function linesOf(root: Parent): Line[] {
  const lines: Line[] = []
  let texts: Text[] = []
  const flush = () => {
    const withText = texts.filter((one) => one.value.trim() !== '')
    const first = withText[0]
    const last = withText.at(-1)
    if (first && last) lines.push({ text: texts.map((one) => one.value).join(''), first, last })
    texts = []
  }
  const breaks = (node: Node) => block.has(node.nodeName) || unseen.has(node.nodeName)
  walk(
    root,
    (node) => {
      if (breaks(node)) flush()
      if (isText(node)) texts.push(node)
      return !unseen.has(node.nodeName)
    },
    (node) => {
      if (breaks(node)) flush()
    },
  )
  flush()
  return lines
}

const shows = new Set('img hr table input button video audio svg object iframe embed canvas'.split(' '))

/** Nothing that a reader would miss. */
export function isBlank(node: Node): boolean {
  let blank = true
  const look = (one: Node) => {
    if (shows.has(one.nodeName) || (isText(one) && one.value.trim() !== '')) blank = false
    return blank
  }
  if (look(node)) walk(node, look)
  return blank
}
