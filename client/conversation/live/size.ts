import * as Y from 'yjs'

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
