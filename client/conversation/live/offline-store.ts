import { createStore, promisifyRequest } from 'idb-keyval'
import type { Owner } from '../../lib/owner.ts'

/** A copy waits this long for its owner to come back, in milliseconds; then it goes, whosever it is. */
const expiresAfter = 14 * 24 * 60 * 60_000
/** A copy from the future was made under a clock that was wrong: nobody knows how old it is. */
const isExpired = ({ at }: Copy, now: number) => !(Math.abs(now - at) < expiresAfter)

/** Some browsers leave a question to a store unanswered; milliseconds. */
const patience = 5000

/** The owner comes first: every query covers one person, and nobody else's copy is ever read. */
export type Key = [tenantId: string, oid: string, conversationId: string, sessionId: string]
export type Copy = { update: Uint8Array; at: number }
export type Entry = { key: Key; copy: Copy }

const ask = createStore('groei', 'unsent notes')

/** Copies that the browser refuses to keep: a private window, storage that is off, a full disk. */
const memory = new Map<string, Entry>()
const stay = (event: BeforeUnloadEvent) => event.preventDefault()

/** Asks before the window is closed, for only then is something lost by it. */
function askBeforeClosing(): void {
  if (memory.size > 0) addEventListener('beforeunload', stay)
  else removeEventListener('beforeunload', stay)
}

/** @returns null when the browser does not keep anything for us */
async function attempt<T>(work: (store: IDBObjectStore) => T | PromiseLike<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null))
  try {
    return await Promise.race([ask('readwrite', work), late])
  } catch {
    return null
  }
}

/** All keys that begin so: a list comes after every string. */
const beginning = (prefix: string[]) => IDBKeyRange.bound(prefix, [...prefix, []])
const fits = (prefix: string[]) => (entry: Entry) => prefix.every((part, at) => entry.key[at] === part)

/** @returns whether it is still there when this window is closed */
export async function put(entry: Entry): Promise<boolean> {
  const { key, copy } = entry
  const done = await attempt((store) => {
    store.put(copy, key)
    // Without it a page that goes away takes the copy with it: the browser drops what was not committed yet.
    store.transaction.commit()
    return promisifyRequest(store.transaction).then(() => true)
  })
  if (done) memory.delete(String(key))
  else memory.set(String(key), entry)
  askBeforeClosing()
  return done === true
}

/** The copies of a person that still count, of one conversation or of all; `lasting`: the browser keeps things for us. */
export async function entriesOf(
  { tenantId, oid }: Owner,
  now: number,
  conversationId?: string,
): Promise<{ entries: Entry[]; lasting: boolean }> {
  const prefix = [tenantId, oid, ...(conversationId ? [conversationId] : [])]
  const stored = await attempt(async (store) => {
    const range = beginning(prefix)
    const [keys, all] = await Promise.all([
      promisifyRequest(store.getAllKeys(range)),
      promisifyRequest<Copy[]>(store.getAll(range)),
    ])
    return all.map((copy, at) => ({ key: keys[at] as Key, copy }))
  })
  const here = [...memory.values()].filter(fits(prefix))
  const entries = [...(stored ?? []), ...here].filter(({ copy }) => !isExpired(copy, now))
  return { entries, lasting: stored !== null }
}

/** Drops what was seen; what another window wrote there meanwhile stays. */
export async function remove(entries: Entry[]): Promise<void> {
  for (const { key, copy } of entries)
    if (memory.get(String(key))?.copy.at === copy.at) memory.delete(String(key))
  askBeforeClosing()
  if (entries.length === 0) return
  await attempt((store) => {
    for (const { key, copy } of entries) {
      const found: IDBRequest<Copy | undefined> = store.get(key)
      found.onsuccess = () => {
        if (found.result?.at === copy.at) store.delete(key)
      }
    }
    return promisifyRequest(store.transaction)
  })
}

/** Nothing of a conversation that a person may no longer enter stays on their machine. */
export async function removeAllOf({ tenantId, oid }: Owner, conversationId: string): Promise<void> {
  const prefix = [tenantId, oid, conversationId]
  for (const entry of [...memory.values()].filter(fits(prefix))) memory.delete(String(entry.key))
  askBeforeClosing()
  await attempt((store) => {
    store.delete(beginning(prefix))
    return promisifyRequest(store.transaction)
  })
}

/** Removes another person's copies from memory when somebody signs in. */
export function keepOnlyOf({ tenantId, oid }: Owner): void {
  const isTheirs = fits([tenantId, oid])
  for (const [name, entry] of memory) if (!isTheirs(entry)) memory.delete(name)
  askBeforeClosing()
}

/** Nobody's waits forever, also not that of somebody who no longer uses this machine. */
export async function removeExpired(now: number): Promise<void> {
  await attempt((store) => {
    const cursor = store.openCursor()
    cursor.onsuccess = () => {
      const { result } = cursor
      if (!result) return
      if (isExpired(result.value as Copy, now)) result.delete()
      result.continue()
    }
    return promisifyRequest(store.transaction)
  })
}
