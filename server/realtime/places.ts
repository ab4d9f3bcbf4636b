import * as Y from 'yjs'
import type { ReadUpdate } from './read-update.ts'

type Struct = ReadUpdate['structs'][number]
type Id = { client: number; clock: number }

/** Where something stands in a document: in which root, and as which of its choices; in a text that is null. */
export type Place = { name: string; key: string | null }
export type PlaceOf = (struct: Struct) => Place | null

export const rootName = (item: Y.Item): string | null =>
  item.parent instanceof Y.AbstractType && item.parent._item === null ? Y.findRootTypeKey(item.parent) : null

/** Where each struct of an update belongs: where its left neighbour is, or else its right one. */
export function placesIn({ structs }: ReadUpdate, { store }: Y.Doc): PlaceOf {
  let ofClient: Map<number, Struct[]> | undefined
  const known = new Map<Struct, Place | null>()

  function within({ client, clock }: Id): Struct | null {
    // A key has its neighbour in the document, and needs no list.
    ofClient ??= byClient(structs)
    const all = ofClient.get(client) ?? []
    let [low, high] = [0, all.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const one = all[middle]
      if (!one) break
      if (clock < one.id.clock) high = middle - 1
      else if (clock >= one.id.clock + one.length) low = middle + 1
      else return one
    }
    return null
  }

  return (struct) => {
    const path: Struct[] = []
    let at: Struct | null = struct
    let place: Place | null = null
    while (at && !known.has(at)) {
      path.push(at)
      // A circle of neighbours ends here.
      known.set(at, null)
      if (!(at instanceof Y.Item)) break
      if (typeof at.parent === 'string') {
        place = { name: at.parent, key: at.parentSub }
        break
      }
      const beside: Id | null = at.origin ?? at.rightOrigin
      if (!beside) break
      if (beside.clock < Y.getState(store, beside.client)) {
        const there = Y.getItem(store, beside as Y.ID)
        const name = there instanceof Y.Item ? rootName(there) : null
        if (name !== null) place = { name, key: (there as Y.Item).parentSub }
        break
      }
      at = within(beside)
    }
    if (at && path.at(-1) !== at) place = known.get(at) ?? null
    for (const one of path) known.set(one, place)
    return place
  }
}

function byClient(structs: Struct[]): Map<number, Struct[]> {
  const ofClient = new Map<number, Struct[]>()
  for (const one of structs) {
    const all = ofClient.get(one.id.client)
    if (all) all.push(one)
    else ofClient.set(one.id.client, [one])
  }
  return ofClient
}
