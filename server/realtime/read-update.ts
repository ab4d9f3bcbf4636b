import * as Y from 'yjs'
import { choiceOf, liveItems, rootOf } from '../contract/live-fields.ts'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Range = { clock: number; len: number }

/** The changes in a page's update: typed text and choices, and ranges that it deletes. */
export type ReadUpdate = {
  structs: Struct[]
  deletions: Map<number, Range[]>
  /** The roots that it names; the first of a text or a choice names it, and what follows only names its neighbours. */
  names: Set<string>
}

/** Yjs draws the ids of devices below this, and counts what each has typed: nobody types this much. */
const clientLimit = 2 ** 32
const clockLimit = 2 ** 31

/**
 * Reads an update without allocating what it announces: Yjs makes room for as many structs as a number says when it
 * applies one, and goes through a range of deletions once for each time that it is named. Here the number of bytes is
 * the bound.
 * @returns null when no page made it: it cannot be read, or holds something else than texts and choices
 */
export function readUpdate(update: Uint8Array): ReadUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const deletions = ds.clients as ReadUpdate['deletions']
    const names = new Set<string>()
    if (!areOrdered(structs) || ![...deletions].every(isOrdered)) return null
    return structs.every((one) => isTextOrChoice(one, names)) ? { structs, deletions, names } : null
  } catch {
    return null
  }
}

/** Each device once, and what it typed without an overlap. */
function areOrdered(structs: Struct[]): boolean {
  const seen = new Set<number>()
  let current: number | null = null
  for (const { id, length } of structs) {
    if (id.client !== current) {
      if (seen.has(id.client)) return false
      seen.add(id.client)
      current = id.client
    }
    if (id.client >= clientLimit || !(length > 0) || id.clock + length > clockLimit) return false
  }
  return true
}

function isOrdered([client, ranges]: [number, Range[]]): boolean {
  let end = 0
  return (
    client < clientLimit &&
    ranges.every(({ clock, len }) => {
      const follows = clock >= end && len > 0 && clock + len <= clockLimit
      end = clock + len
      return follows
    })
  )
}

/**
 * Plain text, a choice, or the trace of one: no format, embed, array, XML or document within a document. Whether what names
 * only a neighbour fits where that one is, shows in the document (`fits-place.ts`).
 */
function isTextOrChoice(struct: Struct, names: Set<string>): boolean {
  if (!(struct instanceof Y.Item)) return true
  const { content, parent, parentSub } = struct
  const isTrace = content instanceof Y.ContentDeleted
  const isChoice = content instanceof Y.ContentAny && content.arr.length === 1
  if (!(isTrace || isChoice || content instanceof Y.ContentString)) return false
  if (parent === null) return parentSub === null
  const root = typeof parent === 'string' ? rootOf(parent) : null
  if (!root || typeof parent !== 'string') return false
  names.add(parent)
  if (root.holds !== 'choices') return parentSub === null && !isChoice
  const choices: readonly (string | null)[] = liveItems[root.kind].choices
  if (parentSub === null || !choices.includes(parentSub)) return false
  return isTrace || (isChoice && choiceOf(root.kind, parentSub, content.arr[0]) !== null)
}
