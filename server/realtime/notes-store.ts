import { Binary } from 'mongodb'
import * as Y from 'yjs'
import type { ConversationDocument } from '../conversation/collection.ts'
import { stepText } from '../contract/live.ts'
import type { Collection } from '../database/collection.ts'

const prefix = stepText('')

/** Of what comes out of the database: it is there already, so it is no reason to store. */
const fromStore = { source: 'local', skipStoreHooks: true }

/** The readable text of each step of a live document, by step id. */
export function textsOf(document: Y.Doc): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const name of document.share.keys()) {
    const id = name.slice(prefix.length)
    // The client names its own texts: only what a step can be called is kept, and may be a field's name.
    if (name.startsWith(prefix) && /^[a-z][a-z-]{0,39}$/.test(id))
      texts[id] = document.getText(name).toString()
  }
  return texts
}

export type OpenNotes = NonNullable<Awaited<ReturnType<typeof openNotes>>>

/**
 * One open document and what is stored of it: in its conversation, with its texts beside it for everything else.
 * Several servers may have it open and store it: who finds another's write in between merges that and writes again,
 * so the last one holds what all of them had, with no lock that somebody could die with.
 * @param inTurn runs a write when it is its turn
 * @returns null when there is no such conversation
 */
export async function openNotes(
  conversations: Collection<ConversationDocument>,
  conversationId: string,
  document: Y.Doc,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
) {
  const first = await conversations.findOne({ _id: conversationId })
  if (!first) return null
  let revision = take(first)
  let changes = 0
  let stored = 0
  let size = first.notes.document?.length() ?? 0
  let grown = 0
  let saving = Promise.resolve()
  let refused = false
  let waiting: { upTo: number; done: () => void }[] = []
  document.on('update', (update: Uint8Array) => {
    changes += 1
    grown += update.length
  })

  /** Merges what is stored. @returns the revision that it is of */
  function take({ notes }: ConversationDocument): number | null {
    if (notes.document) Y.applyUpdate(document, notes.document.buffer, fromStore)
    return notes.revision ?? null
  }

  async function write(): Promise<void> {
    const wanted = changes
    while (stored < wanted && !refused) {
      let upTo = changes
      const { matchedCount } = await inTurn(async () => {
        upTo = changes
        return conversations.updateOne(
          { _id: conversationId, 'notes.revision': revision as number, pairEnded: null },
          {
            $set: {
              'notes.document': new Binary(measure()),
              'notes.texts': textsOf(document),
              'notes.revision': (revision ?? 0) + 1,
            },
          },
        )
      })
      if (matchedCount > 0) {
        revision = (revision ?? 0) + 1
        stored = upTo
        continue
      }
      const other = await conversations.findOne({ _id: conversationId })
      // Deleted, or its pair ended meanwhile: nothing of it is to come back, and nobody is told that it was stored.
      if (!other || other.pairEnded) {
        refused = true
        return
      }
      revision = take(other)
    }
    for (const one of waiting) if (one.upTo <= stored) one.done()
    waiting = waiting.filter((one) => one.upTo > stored)
  }

  function measure(): Uint8Array {
    const bytes = Y.encodeStateAsUpdate(document)
    size = bytes.length
    grown = 0
    return bytes
  }

  return {
    pairId: first.pairId,
    /** When the talk began, as it was planned when this was opened. */
    start: first.meeting.start,
    /** Stores what is not stored yet; one write at a time. */
    save(): Promise<void> {
      saving = saving.catch(() => undefined).then(write)
      return saving
    },
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
    /** Does an update of so many bytes still fit? Measured anew only when the sum of updates says no. */
    fits(bytes: number, limit: number): boolean {
      if (size + grown + bytes > limit && grown > limit / 100) measure()
      return size + grown + bytes <= limit
    },
  }
}
