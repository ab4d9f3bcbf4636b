import * as Y from 'yjs'
import { rootOf } from '../../../server/contract/live-fields.ts'

/**
 * How many bytes the server keeps of a document. Here it holds what was taken out as well, for undo; that is looked
 * at only where it decides whether the document fits.
 */
export function sizeOf(document: Y.Doc, limit: number): number {
  const whole = Y.encodeStateAsUpdate(document)
  if (whole.length <= limit) return whole.length
  const bare = new Y.Doc()
  Y.applyUpdate(bare, whole)
  const { length } = Y.encodeStateAsUpdate(bare)
  bare.destroy()
  return length
}

/** Is there a text that is longer than it may be? */
export const hasLongText = (document: Y.Doc): boolean =>
  [...document.share.keys()].some((name) => {
    const root = rootOf(name)
    return root !== null && root.holds !== 'choices' && document.getText(name).length > root.limit
  })
