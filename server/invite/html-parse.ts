import {
  defaultTreeAdapter,
  parse,
  parseFragment,
  type DefaultTreeAdapterTypes,
  type DefaultTreeAdapterMap,
  type ParserOptions,
  html as markup,
} from 'parse5'
import { inviteLimits, TooLarge, type InviteLimits } from './limits.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode

/**
 * Builds the usual tree, and counts while it grows: a parser that repairs markup can make n² nodes of n characters, and looks
 * through all elements that are open again and again.
 */
function counting({
  nodes,
  depth,
}: Pick<InviteLimits, 'nodes' | 'depth'>): ParserOptions<DefaultTreeAdapterMap> {
  let made = 0
  let open = 0
  const count = (more: number) => {
    made += more
    if (made > nodes) throw new TooLarge('nodes')
  }
  /** Text next to a text becomes part of it. */
  const counted = (parent: Parent, add: () => void) => {
    const before = parent.childNodes.length
    add()
    count(parent.childNodes.length - before)
  }
  return {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...element) {
        count(1)
        return defaultTreeAdapter.createElement(...element)
      },
      createCommentNode(data) {
        count(1)
        return defaultTreeAdapter.createCommentNode(data)
      },
      insertText: (parent, text) => counted(parent, () => defaultTreeAdapter.insertText(parent, text)),
      insertTextBefore: (parent, text, next) =>
        counted(parent, () => defaultTreeAdapter.insertTextBefore(parent, text, next)),
      onItemPush() {
        open += 1
        if (open > depth) throw new TooLarge('depth')
      },
      onItemPop() {
        open -= 1
      },
    },
  }
}

/** @throws TooLarge */
export const parseDocument = (html: string, limits: InviteLimits = inviteLimits) =>
  parse(html, counting(limits))

const body = defaultTreeAdapter.createElement('body', markup.NS.HTML, [])
/** As it would stand in a body. @throws TooLarge */
export const parsePiece = (html: string, limits: InviteLimits = inviteLimits) =>
  parseFragment(body, html, counting(limits))
