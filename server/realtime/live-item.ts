import type * as Y from 'yjs'
import type { LiveItem, LiveValues } from '../commitment/live-item.ts'
import {
  choiceOf,
  choiceText,
  fieldText,
  itemName,
  liveItems,
  rootOf,
  type Choice,
  type ItemKind,
} from '../contract/live-fields.ts'

/** The origin of what the server itself changes in a document: nobody did it. */
export const ownEdit = { source: 'local' } as const

const textFields = (kind: ItemKind) => Object.keys(liveItems[kind].texts) as never[]

/** A follow-up or a commitment as it stands in a document. */
export function readItem(document: Y.Doc, kind: ItemKind, id: string): LiveItem {
  const texts = textFields(kind).map((field) => [
    field,
    document.getText(fieldText(kind, id, field)).toString(),
  ])
  const map = document.getMap<string>(itemName(kind, id))
  const choices = liveItems[kind].choices.map((field) => [field, choiceOf(kind, field, map.get(field))])
  return {
    kind,
    id,
    texts: Object.fromEntries(texts) as LiveItem['texts'],
    choices: Object.fromEntries(choices) as LiveItem['choices'],
  }
}

/** Every follow-up and commitment that a document names. */
export function itemsIn(document: Y.Doc): { kind: ItemKind; id: string }[] {
  const found = new Map<string, { kind: ItemKind; id: string }>()
  for (const name of document.share.keys()) {
    const root = rootOf(name)
    if (root && root.holds !== 'step')
      found.set(itemName(root.kind, root.id), { kind: root.kind, id: root.id })
  }
  return [...found.values()]
}

/** Takes out the words of commitments that were removed: whoever removed them may put them back only until they leave. */
export function forgetRemoved(document: Y.Doc): void {
  for (const { kind, id } of itemsIn(document)) {
    if (kind !== 'commitment' || readItem(document, kind, id).choices.removed?.value !== 'yes') continue
    for (const field of textFields(kind)) {
      const text = document.getText(fieldText(kind, id, field))
      text.delete(0, text.length)
    }
  }
}

/** Makes an item in a document read so, as far as it does not. */
export function putItem(
  document: Y.Doc,
  { kind, id, texts, choices }: LiveValues,
  by: Choice['by'] = 'server',
): void {
  for (const [field, wanted] of Object.entries(texts)) {
    const text = document.getText(fieldText(kind, id, field as never))
    if (text.toString() === wanted) continue
    text.delete(0, text.length)
    text.insert(0, wanted)
  }
  const map = document.getMap<string>(itemName(kind, id))
  for (const [field, value] of Object.entries(choices)) {
    if ((choiceOf(kind, field, map.get(field))?.value ?? '') !== value)
      map.set(field, choiceText({ value, by }))
  }
}
