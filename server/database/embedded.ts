import { rmSync } from 'node:fs'
import type { Collection, CollectionSpec, Database, Document } from './collection.ts'
import { embeddedCollection } from './embedded-collection.ts'
import { lockData } from './data-lock.ts'
import { checkpoint, flushes, fileNames, openFile, stagedIn, type FileName } from './sqlite-file.ts'
import { table } from './table.ts'

/** The log is emptied after a deletion, so that of many in a row it is once; and now and then. Milliseconds. */
const soonAfterDeletion = 200
const emptiedEvery = 5_000

/** One file of the engine, and the collections in it. @throws DatabaseOpenError */
function store(dir: string, name: FileName) {
  const file = openFile(dir, name)
  const flushed = flushes(dir, name, file)
  // A deleted or overwritten document stays readable in the log until the log is emptied.
  let soon: NodeJS.Timeout | undefined
  const emptyLog = () => {
    soon = undefined
    try {
      if (file.isOpen) checkpoint(file)
    } catch {
      // The disk may be full, or somebody reads: the next time will do, and no write depends on it.
    }
  }
  const afterDeletion = () => void (soon ??= setTimeout(emptyLog, soonAfterDeletion))
  const regularly = setInterval(emptyLog, emptiedEvery).unref()
  return {
    collection: <T extends Document>(spec: CollectionSpec<T>) =>
      embeddedCollection(spec, table(file, spec), flushed.onDisk, afterDeletion),
    ping: () => void file.prepare('SELECT 1').get(),
    async close() {
      clearInterval(regularly)
      clearTimeout(soon)
      emptyLog()
      if (!file.isOpen) return
      await flushed.onDisk()
      flushed.close()
      file.close()
    },
  }
}

/**
 * The embedded engine: durable, two files, no server; for the sandbox and for small installations. What a
 * write acknowledged is on disk.
 * @throws DatabaseOpenError
 */
export async function openEmbedded(dir: string): Promise<Database> {
  const lock = lockData(dir)
  // Nobody restores while the lock is held.
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(stagedIn(dir) + suffix, { force: true })
  const stores: ReturnType<typeof store>[] = []
  async function close(): Promise<void> {
    for (const one of stores) await one.close()
    lock.release()
  }
  try {
    for (const name of fileNames) stores.push(store(dir, name))
  } catch (error) {
    await close()
    throw error
  }
  const opened = new Map<string, Collection<never>>()
  return {
    engine: 'embedded',
    async collection<T extends Document>(spec: CollectionSpec<T>) {
      const made = () => stores[spec.apart ? 1 : 0]?.collection(spec) as Collection<never>
      const found = opened.get(spec.name) ?? made()
      opened.set(spec.name, found)
      return found as unknown as Collection<T>
    },
    async ping() {
      for (const one of stores) one.ping()
    },
    close,
  }
}
