import { createStore, promisifyRequest } from 'idb-keyval'
import type { TokenOwner } from '../../hosts/token.ts'

/** What is kept waits so long for its owner to come back, in milliseconds; then it goes, whosever it is. */
const keptFor = 14 * 24 * 60 * 60_000

/** Some browsers leave a question to a store unanswered; milliseconds. */
const patience = 5000

/** Whose it is comes first: every question is about one person, and nobody else's is ever read. */
export type Key = [tenantId: string, oid: string, conversationId: string, sessionId: string]
export type Kept = { update: Uint8Array; at: number }
export type Entry = { key: Key; kept: Kept }

const ask = createStore('groei', 'unsent notes')

/** What the browser refuses to keep: a private window, storage that is off, a full disk. */
const memory = new Map<string, Entry>()
const stay = (event: BeforeUnloadEvent) => event.preventDefault()

/** Asks before the window is closed, for only then is something lost by it. */
function guard(): void {
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
export async function keep(entry: Entry): Promise<boolean> {
  const { key, kept } = entry
  const done = await attempt((store) => {
    store.put(kept, key)
    return promisifyRequest(store.transaction).then(() => true)
  })
  if (done) memory.delete(String(key))
  else memory.set(String(key), entry)
  guard()
  return done === true
}

/** What is kept of a person, of one conversation or of all; `lasting`: the browser keeps things for us. */
export async function keptOf(
  { tenantId, oid }: TokenOwner,
  conversationId?: string,
): Promise<{ entries: Entry[]; lasting: boolean }> {
  const prefix = [tenantId, oid, ...(conversationId ? [conversationId] : [])]
  const stored = await attempt(async (store) => {
    const range = beginning(prefix)
    const [keys, all] = await Promise.all([
      promisifyRequest(store.getAllKeys(range)),
      promisifyRequest<Kept[]>(store.getAll(range)),
    ])
    return all.map((kept, at) => ({ key: keys[at] as Key, kept }))
  })
  const here = [...memory.values()].filter(fits(prefix))
  return { entries: [...(stored ?? []), ...here], lasting: stored !== null }
}

/** Drops what was seen; what another window wrote there meanwhile stays. */
export async function drop(entries: Entry[]): Promise<void> {
  for (const { key, kept } of entries)
    if (memory.get(String(key))?.kept.at === kept.at) memory.delete(String(key))
  guard()
  if (entries.length === 0) return
  await attempt((store) => {
    for (const { key, kept } of entries) {
      const found: IDBRequest<Kept | undefined> = store.get(key)
      found.onsuccess = () => {
        if (found.result?.at === kept.at) store.delete(key)
      }
    }
    return promisifyRequest(store.transaction)
  })
}

/** Nothing of a conversation that a person may no longer enter stays on their machine. */
export async function dropAllOf({ tenantId, oid }: TokenOwner, conversationId: string): Promise<void> {
  const prefix = [tenantId, oid, conversationId]
  for (const entry of [...memory.values()].filter(fits(prefix))) memory.delete(String(entry.key))
  guard()
  await attempt((store) => {
    store.delete(beginning(prefix))
    return promisifyRequest(store.transaction)
  })
}

/** Nobody's waits forever, also not that of somebody who no longer uses this machine. */
export async function dropExpired(now: number): Promise<void> {
  await attempt((store) => {
    const cursor = store.openCursor()
    cursor.onsuccess = () => {
      const { result } = cursor
      if (!result) return
      const { at } = result.value as Kept
      if (!(Math.abs(now - at) < keptFor)) result.delete()
      result.continue()
    }
    return promisifyRequest(store.transaction)
  })
}
