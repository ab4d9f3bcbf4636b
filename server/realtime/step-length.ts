import * as Y from 'yjs'
import { rootOf } from '../contract/live-fields.ts'
import { rootName, type PlaceOf } from './places.ts'
import type { ReadUpdate } from './read-update.ts'

type Struct = ReadUpdate['structs'][number]

/** How long a text of the document may be; 0 of what is none. */
export function limitOf(name: string): number {
  const root = rootOf(name)
  return root && root.holds !== 'choices' ? root.limit : 0
}

/** Does an update make a text longer, and longer than it may be? */
export function makesTooLong(
  read: ReadUpdate,
  document: Y.Doc,
  placeOf: PlaceOf,
  limit: (name: string) => number = limitOf,
): boolean {
  if (!read.structs.some((one) => newUnits(one, document) > 0)) return false
  return [...growth(read, document, placeOf)].some(
    ([name, units]) => units > 0 && lengthOf(name, document) + units > limit(name),
  )
}

const lengthOf = (name: string, document: Y.Doc): number =>
  limitOf(name) > 0 && document.share.has(name) ? document.getText(name).length : 0

/** By how many units each root text becomes longer. */
function growth(read: ReadUpdate, document: Y.Doc, placeOf: PlaceOf): Map<string, number> {
  const grown = new Map<string, number>()
  const add = (name: string | null, units: number) => {
    if (name !== null && units !== 0) grown.set(name, (grown.get(name) ?? 0) + units)
  }
  for (const struct of read.structs) {
    const units = newUnits(struct, document)
    if (units === 0) continue
    const { client, clock } = struct.id
    const from = clock + struct.length - units
    add(
      placeOf(struct)?.name ?? null,
      units - overlap(read.deletions.get(client) ?? [], from, clock + struct.length),
    )
  }
  const { store } = document
  for (const [client, ranges] of read.deletions) {
    const known = store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      if (clock >= Y.getState(store, client)) break
      for (let at = Y.findIndexSS(known, clock); at < known.length; at += 1) {
        const one = known[at]
        if (!one || one.id.clock >= clock + len) break
        if (one instanceof Y.Item && !one.deleted && one.countable)
          add(rootName(one), -overlap([{ clock, len }], one.id.clock, one.id.clock + one.length))
      }
    }
  }
  return grown
}

/** How much of a struct is text that the document does not have. */
function newUnits(struct: Struct, { store }: Y.Doc): number {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString)) return 0
  const { client, clock } = struct.id
  return Math.max(0, Math.min(struct.length, clock + struct.length - Y.getState(store, client)))
}

function overlap(ranges: { clock: number; len: number }[], from: number, to: number): number {
  let sum = 0
  // Ranges are in order (`readUpdate`): the first that can touch is found by halving.
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = ranges[middle]
    if (one && one.clock + one.len <= from) low = middle + 1
    else high = middle
  }
  for (let at = low; at < ranges.length; at += 1) {
    const one = ranges[at]
    if (!one || one.clock >= to) break
    sum += Math.min(one.clock + one.len, to) - Math.max(one.clock, from)
  }
  return sum
}
