import * as Y from 'yjs'
import type { TokenOwner } from '../../hosts/token.ts'
import { drop, dropAllOf, keep, keptOf, type Entry } from './keeping.ts'

/** Typing writes the copy at most this often, in milliseconds. */
const rest = 300

/** Of what an earlier window typed: to be sent as if typed now, and not to be undone. */
export const fromBefore = 'kept'

/**
 * A copy of the notes on this machine for as long as the server has not confirmed all of them, so that neither a
 * reload nor a closed window while offline loses anything. Made after a rest, and at once when the page goes.
 * @param onLasting told whether what is kept outlives this window
 */
export function unsentCopy(
  document: Y.Doc,
  owner: TokenOwner,
  conversationId: string,
  onLasting: (lasting: boolean) => void,
) {
  const session = crypto.randomUUID()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What is to go once the server has it all: this window's copy, and those of earlier ones. */
  let copies: Entry[] = []
  let work = Promise.resolve()
  const inTurn = (step: () => Promise<void>): Promise<void> => (work = work.then(step))

  function write(): void {
    rested()
    const key: Entry['key'] = [owner.tenantId, owner.oid, conversationId, session]
    const entry = { key, kept: { update: Y.encodeStateAsUpdate(document), at: Date.now() } }
    void inTurn(async () => {
      copies = [...copies.filter((one) => one.key[3] !== session), entry]
      onLasting(await keep(entry))
    })
  }
  function rested(): void {
    clearTimeout(timer)
    timer = undefined
  }
  const leaving = () => {
    if (timer !== undefined) write()
  }
  window.addEventListener('pagehide', leaving)

  return {
    /** Brings back what earlier windows did not get to the server. @returns whether there was any */
    async restore(): Promise<boolean> {
      await inTurn(async () => {
        const { entries, lasting } = await keptOf(owner, conversationId)
        onLasting(lasting)
        copies.push(...entries)
        for (const { kept } of entries) {
          try {
            Y.applyUpdate(document, kept.update, fromBefore)
          } catch {
            // No notes of ours: it goes with the rest.
          }
        }
      })
      return copies.length > 0
    },
    changed(): void {
      timer ??= setTimeout(write, rest)
    },
    /** The server has it all. */
    clear(): void {
      rested()
      void inTurn(async () => {
        const done = copies
        copies = []
        await drop(done)
      })
    },
    /** The person may not enter any more: neither this window's nor any other copy of theirs stays. */
    forbid(): void {
      rested()
      void inTurn(async () => {
        copies = []
        await dropAllOf(owner, conversationId)
      })
    },
    close(): void {
      leaving()
      window.removeEventListener('pagehide', leaving)
    },
  }
}
