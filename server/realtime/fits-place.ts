import * as Y from 'yjs'
import type { Role } from '../contract/pair.ts'
import { choiceOf, choiceText, rootOf } from '../contract/live-fields.ts'
import type { Place, PlaceOf } from './places.ts'
import type { ReadUpdate } from './read-update.ts'

/** Is text in texts alone, and a choice among the values of the choice where it stands? */
export const fitsPlace = (read: ReadUpdate, placeOf: PlaceOf): boolean =>
  read.structs.every((struct) => {
    if (!(struct instanceof Y.Item)) return true
    const { content } = struct
    const place = placeOf(struct)
    if (content instanceof Y.ContentAny) return place !== null && choiceAt(place, content.arr[0]) !== null
    return !(content instanceof Y.ContentString) || place === null || place.key === null
  })

function choiceAt(place: Place, value: unknown) {
  const root = rootOf(place.name)
  return root?.holds === 'choices' && place.key !== null ? choiceOf(root.kind, place.key, value) : null
}

type Brought = { name: string; key: string; value: string }

/** The choices that an update adds to the document. */
export function choicesIn(read: ReadUpdate, placeOf: PlaceOf, { store }: Y.Doc): Brought[] {
  return read.structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentAny)) return []
    if (struct.id.clock < Y.getState(store, struct.id.client)) return []
    const { name, key } = placeOf(struct) ?? {}
    return name && key ? [{ name, key, value: String(struct.content.arr[0]) }] : []
  })
}

/**
 * Whoever brings a choice answers for it. Their page says whose it is, so that it shows at once; where that is not true,
 * it is put right.
 */
export function putRight(brought: Brought[], document: Y.Doc, by: Role): void {
  for (const { name, key, value } of brought) {
    const choices = document.getMap<string>(name)
    const choice = choiceAt({ name, key }, value)
    if (choice && choice.by !== by && choices.get(key) === value)
      choices.set(key, choiceText({ value: choice.value, by }))
  }
}
