import { Binary } from 'mongodb'
import * as Y from 'yjs'
import { isWritten, type ConversationDocument, type NotesDocument } from '../conversation/collection.ts'
import { countLimits } from '../contract/limits.ts'
import type { Template } from '../contract/template.ts'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import { Refused } from '../plugins/problems.ts'
import type { TemplateReference } from '../template/collection.ts'
import { itemName, rootOf, type LiveRoot } from '../contract/live-fields.ts'
import { openItems, withSeeds, type AgreedItems, type ItemParts } from './items.ts'
import { forgetRemoved, itemsIn, ownEdit } from './live-item.ts'

/** The origin of an update that was read from the database: it is stored already. */
const fromStore = { source: 'local', skipStoreHooks: true }

/** The readable text of each step of a live document, by step id. */
export function textsOf(document: Y.Doc): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const name of document.share.keys()) {
    // Only what a step can be called is kept, and may be a field's name.
    const root = rootOf(name)
    if (root?.holds === 'step') texts[root.id] = document.getText(name).toString()
  }
  return texts
}

export type NotesParts = {
  conversations: Collection<ConversationDocument>
  notes: Collection<NotesDocument>
  templateOf: (reference: TemplateReference, tenantId: string) => Promise<Template | null>
  items: ItemParts
}
export type OpenNotes = NonNullable<Awaited<ReturnType<typeof openNotes>>>

/**
 * One open document and what is stored of it, with its texts in its conversation for everything else. Several servers may
 * have it open and store it: who finds another's write in between merges that and writes again, so the last one holds what
 * all of them had, with no lock that somebody could die with. The texts follow the document: a server that died between the
 * two left that to whoever opens it next.
 * @param notes as people write them: nothing more once their pair ended
 * @returns null when there is no such conversation
 */
export async function openNotes(
  { conversations, notes, templateOf, items: itemParts }: NotesParts,
  conversationId: string,
  document: Y.Doc,
) {
  const _id = conversationId
  const conversation = await conversations.findOne({ _id })
  if (!conversation) return null
  const { tenantId, pairId } = conversation
  const items = openItems(itemParts, _id, document, keepAgreed)
  const isOver = conversation.pairEnded === true
  /** The stored document was made here, of what is in the database: there is nothing to bring there. */
  let isMade = false
  const first = isOver ? await notes.findOne({ _id }) : await begun(conversation)
  let revision = take(first)
  let changes = 0
  let written = 0
  let stored = 0
  let size = first?.document.length() ?? 0
  let grown = 0
  // As long as somebody is being sent them, and memory is not needed for something else.
  let whole: { of: number; bytes: WeakRef<Uint8Array> } | null = null
  let differing: { of: number; from: Uint8Array; bytes: WeakRef<Uint8Array> } | null = null
  let steps = new Set<string>()
  let saving = Promise.resolve()
  let refused = false
  let waiting: { upTo: number; done: () => void }[] = []
  document.on('update', (update: Uint8Array) => {
    changes += 1
    grown += update.length
  })
  /** Merges what is stored. @returns the revision that it is of; 0 when there is nothing */
  function take(found: NotesDocument | null): number {
    if (found) Y.applyUpdate(document, found.document.buffer, fromStore)
    if (found) items.take((found.agreed ?? {}) as AgreedItems)
    return found?.revision ?? 0
  }

  /** The stored document with its first content. The server that is first writes it, and the others read that. */
  async function begun(of: ConversationDocument): Promise<NotesDocument | null> {
    const begins = await itemParts.liveIn(of)
    for (;;) {
      const found = await notes.findOne({ _id })
      const known = (found?.agreed ?? {}) as AgreedItems
      const seeded = withSeeds(found?.document.buffer ?? null, known, begins, _id)
      if (!seeded) return found
      const now = { agreed: seeded.agreed, document: new Binary(seeded.document) }
      if (await put(now, found?.revision ?? 0)) {
        isMade = !found
        return { ...(found ?? { _id, tenantId, pairId }), ...now, revision: (found?.revision ?? 0) + 1 }
      }
    }
  }

  async function keepAgreed(name: string, agreed: object | null): Promise<void> {
    const path = `agreed.${name}`
    await notes.updateOne({ _id }, agreed ? { $set: { [path]: agreed } } : { $unset: { [path]: '' } })
  }

  /** @returns whether nobody had written since the revision that we have */
  async function put(now: Pick<NotesDocument, 'document' | 'agreed'>, seen: number): Promise<boolean> {
    if (seen > 0) {
      const next = { ...now, revision: seen + 1 }
      return (await notes.updateOne({ _id, revision: seen }, { $set: next })).matchedCount > 0
    }
    return isInserted(notes.insertOne({ _id, tenantId, pairId, ...now, revision: 1 }))
  }

  /** Never over those of a later document. */
  async function putTexts(of: number, texts: Record<string, string>): Promise<void> {
    await conversations.updateOne(
      { _id, 'notes.revision': { $not: { $gte: of } } },
      { $set: { notes: { texts, revision: of }, written: isWritten(texts) } },
    )
  }

  async function write(): Promise<void> {
    const wanted = changes
    try {
      while (written < wanted && !refused) {
        const upTo = await writeOnce()
        if (upTo !== null) written = upTo
        else revision = take(await notes.findOne({ _id }))
      }
      if (!refused) await items.project(() => conversations.findOne({ _id }))
    } catch (error) {
      // Its pair ended or is gone meanwhile: nothing of it may come back, and no page hears that it was stored.
      if (!(error instanceof Refused)) throw error
      refused = true
    }
    if (refused) return
    stored = written
    for (const one of waiting) if (one.upTo <= stored) one.done()
    waiting = waiting.filter((one) => one.upTo > stored)
  }

  /** @returns up to which change it is stored; null when somebody else wrote meanwhile */
  async function writeOnce(): Promise<number | null> {
    const upTo = changes
    const texts = textsOf(document)
    if (!(await put({ document: new Binary(encoded()) }, revision))) return null
    revision += 1
    await putTexts(revision, texts)
    return upTo
  }

  /** The whole document, encoded once for everybody as long as nothing changes. */
  function encoded(): Uint8Array {
    const known = whole?.of === changes ? whole.bytes.deref() : undefined
    if (known) return known
    const bytes = Y.encodeStateAsUpdate(document)
    whole = { of: changes, bytes: new WeakRef(bytes) }
    size = bytes.length
    grown = 0
    return bytes
  }

  /** The update that a state vector lacks, or the whole document when it knows less than half. */
  function lacking(vector: Uint8Array): Uint8Array {
    const theirs = Y.decodeStateVector(vector)
    let [all, unknown] = [0, 0]
    for (const client of document.store.clients.keys()) {
      const clock = Y.getState(document.store, client)
      all += clock
      unknown += Math.max(0, clock - (theirs.get(client) ?? 0))
    }
    if (unknown > all / 2) return encoded()
    const isSame = differing?.of === changes && Buffer.compare(differing.from, vector) === 0
    const known = isSame ? differing?.bytes.deref() : undefined
    if (known) return known
    const bytes = Y.encodeStateAsUpdate(document, vector)
    differing = { of: changes, from: vector, bytes: new WeakRef(bytes) }
    return bytes
  }

  /** Reads which steps the conversation has, or had: its two may have chosen another template meanwhile. */
  async function readSteps(): Promise<void> {
    const now = await conversations.findOne({ _id })
    const template = now && (await templateOf(now.template, now.tenantId))
    steps = new Set([
      ...(template?.steps ?? []).filter(({ kind }) => kind === 'notes').map(({ id }) => id),
      ...(now?.otherSteps ?? []).map(({ id }) => id),
      // A template that is gone leaves what was written in it.
      ...Object.keys(textsOf(document)),
    ])
  }

  /** Is this a step that the conversation has, or had; something that it follows up; or one of its few commitments? */
  function isTaken(root: LiveRoot | null): boolean {
    if (root?.holds === 'step') return steps.has(root.id)
    if (!root) return false
    const name = itemName(root.kind, root.id)
    if (Object.hasOwn(items.agreed(), name)) return true
    if (root.kind === 'follow-up') return false
    const there = itemsIn(document).filter(({ kind }) => kind === 'commitment')
    return there.some(({ id }) => id === root.id) || there.length < countLimits.liveCommitments
  }
  const areTaken = (names: ReadonlySet<string>): boolean =>
    names.size === 0 || [...names].every((name) => isTaken(rootOf(name)))

  async function begin(): Promise<void> {
    const now = await conversations.findOne({ _id })
    if (now && now.pairEnded !== true) revision = take(await begun(now))
  }
  function inOrder(work: () => Promise<void>): Promise<void> {
    saving = saving.catch(() => undefined).then(work)
    return saving
  }

  // A server that died between storing and bringing it there left that to us.
  if (!isMade && revision > (conversation.notes.revision ?? 0)) await putTexts(revision, textsOf(document))
  if (!isOver) {
    document.transact(() => forgetRemoved(document), ownEdit)
    if (!isMade) items.lookAtAll()
    await write()
  }

  return {
    pairId,
    /** When the conversation began, as it was planned when this was opened. */
    start: conversation.meeting.start,
    /** Stores what is not stored yet; one write at a time. */
    save: () => inOrder(write),
    /** Looks at what was answered elsewhere, such as in the chat. */
    follow: () =>
      inOrder(async () => {
        items.lookAtAll()
        await write()
      }),
    /** Why the last change of a follow-up or a commitment was not taken; null when it was. */
    refusalOf: items.refusalOf,
    isStored: () => stored >= changes,
    /** Is there something in it that is not to be stored any more? */
    isRefused: () => refused,
    /**
     * Resolves once all that came in until now has been stored by somebody's `save`. What Yjs keeps aside, for it misses
     * what comes before, comes in with a later change.
     */
    whenStored: () =>
      new Promise<void>((done) => {
        const upTo = changes + (document.store.pendingStructs ? 1 : 0)
        if (stored >= upTo) done()
        else waiting.push({ upTo, done })
      }),
    lacking,
    /** About how large it is, in bytes. */
    size: () => size + grown,
    /** Are these all names of what the conversation has, or had, as far as is known here? */
    knows: areTaken,
    /** The same, as the database has it. */
    async takes(names: ReadonlySet<string>): Promise<boolean> {
      await readSteps()
      if (!areTaken(names)) await inOrder(begin)
      return areTaken(names)
    },
    /** Does an update of so many bytes still fit? Measured anew only when the sum of updates says no. */
    fits(bytes: number, limit: number): boolean {
      if (size + grown + bytes > limit && grown > limit / 100) encoded()
      return size + grown + bytes <= limit
    },
  }
}
