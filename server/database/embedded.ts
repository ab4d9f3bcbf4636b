import type { DatabaseSync } from 'node:sqlite'
import type { Collection, CollectionSpec, Database, Document } from './collection.ts'
import { embeddedCollection } from './embedded-collection.ts'
import { lockData } from './data-lock.ts'
import { checkpoint, flushes, openFile } from './sqlite-file.ts'
import { table } from './table.ts'

/** The log is emptied after a deletion, so that of many in a row it is once; and now and then. Milliseconds. */
const soonAfterDeletion = 200
const emptiedEvery = 5_000

/**
 * The embedded engine: durable, one file, no server; for the sandbox and for small installations. What a
 * write acknowledged is on disk.
 * @throws DatabaseOpenError
 */
export async function openEmbedded(dir: string): Promise<Database> {
  const lock = lockData(dir)
  let file: DatabaseSync
  try {
    file = openFile(dir)
  } catch (error) {
    lock.release()
    throw error
  }
  const flushed = flushes(dir, file)
  const opened = new Map<string, Collection<never>>()
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
    engine: 'embedded',
    async collection<T extends Document>(spec: CollectionSpec<T>) {
      const found =
        opened.get(spec.name) ??
        (embeddedCollection(spec, table(file, spec), flushed.onDisk, afterDeletion) as Collection<never>)
      opened.set(spec.name, found)
      return found as unknown as Collection<T>
    },
    async ping() {
      file.prepare('SELECT 1').get()
    },
    async close() {
      clearInterval(regularly)
      clearTimeout(soon)
      emptyLog()
      if (!file.isOpen) return
      await flushed.onDisk()
      flushed.close()
      file.close()
      lock.release()
    },
  }
}
