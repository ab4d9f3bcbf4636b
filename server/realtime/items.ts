import { createHash } from 'node:crypto'
import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import { agreedOf, stored, type Agreed } from '../commitment/agreed.ts'
import type { CommitmentDocument } from '../commitment/collection.ts'
import type { Projected, Touched } from '../commitment/projection-job.ts'
import type { LiveItem, LiveValues } from '../commitment/live-item.ts'
import type { PutBackReason } from '../contract/live.ts'
import { itemName, rootOf, type ItemKind } from '../contract/live-fields.ts'
import type { Role } from '../contract/pair.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Context } from './authorize.ts'
import { itemsIn, ownEdit, putItem, readItem } from './live-item.ts'

export type AgreedItems = Record<string, Agreed>
export type ItemParts = {
  /** Commitments with which a document begins. */
  liveIn: (conversation: ConversationDocument) => Promise<CommitmentDocument[]>
  project: (
    item: LiveItem,
    agreed: Agreed | null,
    touched: Touched | null,
    conversation: ConversationDocument,
  ) => Promise<Projected>
  /** Called when a change concerns other screens than the document's. */
  onNews: (conversationId: string) => void
  onPutBack: (document: Y.Doc, reason: PutBackReason, id: string) => void
}
type Changed = Touched & { kind: ItemKind; id: string }

/**
 * The first content of a document, as an update. It is deterministic: made of the same values by two servers, and
 * applied twice, it is there once.
 */
export function seedOf(values: LiveValues): Uint8Array {
  const seed = new Y.Doc()
  seed.clientID = createHash('sha256').update(JSON.stringify(values)).digest().readUInt32BE()
  seed.transact(() => putItem(seed, values))
  const update = Y.encodeStateAsUpdate(seed)
  seed.destroy()
  return update
}

/** The stored document with all that is to be in it and is not. @returns null when nothing is missing */
export function withSeeds(
  found: Uint8Array | null,
  agreed: AgreedItems,
  begins: CommitmentDocument[],
  conversationId: string,
): { document: Uint8Array; agreed: AgreedItems } | null {
  const document = new Y.Doc()
  if (found) Y.applyUpdate(document, found)
  const there = new Set(itemsIn(document).map(({ kind, id }) => itemName(kind, id)))
  const seeds = begins
    .map((one) => ({ one, values: stored(one, conversationId) }))
    .map(({ one, values }) => ({ one, values, name: itemName(values.kind, values.id) }))
    .filter(({ name }) => !Object.hasOwn(agreed, name) && !there.has(name))
  for (const { values } of seeds) Y.applyUpdate(document, seedOf(values))
  const update = seeds.length > 0 ? Y.encodeStateAsUpdate(document) : null
  document.destroy()
  return (
    update && {
      document: update,
      agreed: { ...agreed, ...Object.fromEntries(seeds.map(({ name, one }) => [name, agreedOf(one)])) },
    }
  )
}

/** The follow-ups and commitments of one open document, and their way to what is stored of them. */
export function openItems(
  { project, onNews, onPutBack }: ItemParts,
  conversationId: string,
  document: Y.Doc,
  keep: (name: string, agreed: Agreed | null) => Promise<void>,
) {
  const changed = new Map<string, Changed>()
  const refusals = new Map<string, PutBackReason>()
  let agreed: AgreedItems = {}
  let lookAtAll = false

  document.on('afterTransaction', (transaction: Y.Transaction) => {
    const { origin } = transaction
    if (!isSomebodys(origin)) return
    for (const [type, keys] of transaction.changed) {
      const root = type._item === null ? rootOf(Y.findRootTypeKey(type)) : null
      if (!root || root.holds === 'step') continue
      const name = itemName(root.kind, root.id)
      const one = changed.get(name) ?? { kind: root.kind, id: root.id, fields: new Set(), by: [] }
      for (const field of root.holds === 'text' ? [root.field] : keys) if (field) one.fields.add(field)
      const role = roleOf(origin, transaction, document)
      if (role) one.by = [...one.by.filter((other) => other !== role), role]
      changed.set(name, one)
    }
  })

  async function projectOne(
    conversation: ConversationDocument,
    kind: ItemKind,
    id: string,
  ): Promise<boolean> {
    const name = itemName(kind, id)
    const touched = changed.get(name) ?? null
    changed.delete(name)
    let done: Projected
    try {
      done = await project(readItem(document, kind, id), agreed[name] ?? null, touched, conversation)
    } catch (error) {
      const since = changed.get(name)
      if (touched)
        changed.set(name, {
          ...touched,
          kind,
          id,
          fields: new Set([...touched.fields, ...(since?.fields ?? [])]),
          by: [...touched.by, ...(since?.by ?? [])],
        })
      throw error
    }
    refusals.delete(name)
    const was = agreed[name]
    if (done.agreed) agreed[name] = done.agreed
    else delete agreed[name]
    if (JSON.stringify(was) !== JSON.stringify(agreed[name])) await keep(name, done.agreed)
    const { back } = done
    if (done.refused) {
      refusals.set(name, done.refused)
      onPutBack(document, done.refused, id)
    }
    // Text that was typed meanwhile is projected with the next save.
    if (back && !changed.has(name)) document.transact(() => putItem(document, back), ownEdit)
    return done.isNews
  }

  return {
    /** Takes what is stored as what was agreed. */
    take(found: AgreedItems): void {
      agreed = { ...found }
    },
    agreed: () => agreed,
    lookAtAll(): void {
      lookAtAll = true
    },
    /** Brings everything that changed to where the others read it. */
    async project(readConversation: () => Promise<ConversationDocument | null>): Promise<void> {
      const work = lookAtAll ? itemsIn(document) : [...changed.values()]
      lookAtAll = false
      const conversation = work.length > 0 ? await readConversation() : null
      if (!conversation) return
      let isNews = false
      for (const { kind, id } of work) isNews = (await projectOne(conversation, kind, id)) || isNews
      if (isNews) onNews(conversationId)
    },
    /** Why the last change of an item was not taken; null when it was. */
    refusalOf: (name: string): PutBackReason | null => refusals.get(name) ?? null,
  }
}

type Origin = {
  source?: string
  connection?: { context: Partial<Context> }
  context?: { person?: { role: Role } }
  skipStoreHooks?: boolean
}

/** Did a person change it, here or on another server? Not what was read from the database, or put back. */
const isSomebodys = (origin: unknown): boolean =>
  typeof origin === 'object' &&
  origin !== null &&
  origin !== ownEdit &&
  (origin as Origin).skipStoreHooks !== true

/** The author of a change. One from another server names only the device, whose presence has the role. */
function roleOf(origin: unknown, transaction: Y.Transaction, document: Y.Doc): Role | null {
  const { connection, context } = origin as Origin
  const person = connection?.context.person ?? context?.person
  if (person) return person.role
  const states = (document as Partial<Document>).awareness?.getStates() ?? new Map<number, object>()
  for (const [client, clock] of transaction.afterState) {
    if (clock === transaction.beforeState.get(client)) continue
    const { user } = (states.get(client) ?? {}) as { user?: { role?: Role } }
    if (user?.role) return user.role
  }
  return null
}
