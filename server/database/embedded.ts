import { mkdirSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Collection, CollectionSpec, Database, Document } from './collection.ts'
import { embeddedCollection } from './embedded-collection.ts'
import { openFile } from './sqlite-file.ts'
import { table } from './table.ts'

/**
 * The embedded engine: durable, one file, no server; for the sandbox and for small installations. What a
 * write acknowledged is on disk.
 * @throws DatabaseOpenError
 */
export async function openEmbedded(dir: string): Promise<Database> {
  mkdirSync(dir, { recursive: true })
  const file: DatabaseSync = openFile(dir)
  const opened = new Map<string, Collection<never>>()
  return {
    engine: 'embedded',
    async collection<T extends Document>(spec: CollectionSpec<T>) {
      const found =
        opened.get(spec.name) ?? (embeddedCollection(spec, table(file, spec)) as Collection<never>)
      opened.set(spec.name, found)
      return found as unknown as Collection<T>
    },
    async ping() {
      file.prepare('SELECT 1').get()
    },
    async close() {
      if (file.isOpen) file.close()
    },
  }
}
