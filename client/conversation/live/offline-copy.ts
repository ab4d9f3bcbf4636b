import * as Y from 'yjs'
import type { Owner } from '../../lib/owner.ts'
import { entriesOf, put, remove, removeAllOf, type Entry } from './offline-store.ts'

/** Typing writes the copy at most this often, in milliseconds. */
const rest = 300

/** The origin of text that an earlier window typed: sent as if typed now, and outside undo. */
export const fromBefore = 'kept'

/**
 * A copy of the notes on this machine for as long as the server has not confirmed all of them, so that neither a
 * reload nor a closed window while offline loses anything. Made after a rest, and at once when the page goes.
 * @param onLasting is called with whether the copy outlives this window
 */
export function offlineCopy(
  document: Y.Doc,
  owner: Owner,
  conversationId: string,
  onLasting: (lasting: boolean) => void,
) {
  const session = crypto.randomUUID()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Copies to remove once the server has all of them: this window's, and those of earlier ones. */
  let copies: Entry[] = []
  let work = Promise.resolve()
  const inTurn = (step: () => Promise<void>): Promise<void> => (work = work.then(step))

  /** Is there something that no copy holds yet? */
  let unwritten = false

  async function write(): Promise<void> {
    if (!unwritten) return
    rested()
    const key: Entry['key'] = [owner.tenantId, owner.oid, conversationId, session]
    const entry = { key, copy: { update: Y.encodeStateAsUpdate(document), at: Date.now() } }
    copies = [...copies.filter((one) => one.key[3] !== session), entry]
    onLasting(await put(entry))
  }
  function rested(): void {
    clearTimeout(timer)
    timer = undefined
    unwritten = false
  }
  const writeInTurn = () => inTurn(write)
  /** A page that goes waits for nothing, so the copy does not wait for its turn. */
  const leaving = () => void write()
  window.addEventListener('pagehide', leaving)

  return {
    /** Brings back what earlier windows did not get to the server. @returns whether there was any */
    async restore(): Promise<boolean> {
      await inTurn(async () => {
        const { entries, lasting } = await entriesOf(owner, Date.now(), conversationId)
        onLasting(lasting)
        copies.push(...entries)
        for (const { copy } of entries) {
          try {
            Y.applyUpdate(document, copy.update, fromBefore)
          } catch {
            // No notes of ours: it goes with the rest.
          }
        }
      })
      return copies.length > 0
    },
    changed(): void {
      unwritten = true
      timer ??= setTimeout(() => void writeInTurn(), rest)
    },
    /** The server has it all. */
    clear(): void {
      rested()
      void inTurn(async () => {
        const done = copies
        copies = []
        await remove(done)
      })
    },
    /** The person may not enter any more: neither this window's nor any other copy of theirs stays. */
    forbid(): void {
      rested()
      void inTurn(async () => {
        copies = []
        await removeAllOf(owner, conversationId)
      })
    },
    /** Writes what no copy holds yet. */
    settle: writeInTurn,
    close(): void {
      void writeInTurn()
      window.removeEventListener('pagehide', leaving)
    },
  }
}
