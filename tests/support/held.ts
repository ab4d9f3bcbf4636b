import type { Collection, Database, Document } from '../../server/database/collection.ts'

const writes = ['insertOne', 'insertNew', 'updateOne', 'bulkWrite', 'findOneAndUpdate', 'deleteMany']
/** A write that is about to happen: `privateNotes.insertOne`, and what it was given as text. */
type Which = (name: string, given: string) => boolean

/** The same database, of which writes can be held just before they happen: so long a server can be slow. */
export function holdable() {
  let which: Which = () => false
  let waiting: (() => void)[] = []
  const pass = async (name: string, given: unknown[]) => {
    if (which(name, JSON.stringify(given))) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  return {
    /** From now on those are held. */
    hold: (these: Which) => {
      which = these
    },
    held: () => waiting.length,
    /** Lets all of them happen, and holds none any more. */
    release: () => {
      which = () => false
      for (const go of waiting) go()
      waiting = []
    },
    over: (database: Database): Database => ({
      ...database,
      async collection<T extends Document>(spec: Parameters<Database['collection']>[0] & { _document?: T }) {
        const collection = await database.collection<T>(spec as never)
        const held = Object.entries(collection).map(([method, work]: [string, unknown]) => [
          method,
          writes.includes(method)
            ? async (...given: unknown[]) => {
                await pass(`${spec.name}.${method}`, given)
                return (work as (...given: unknown[]) => unknown)(...given)
              }
            : work,
        ])
        return Object.fromEntries(held) as Collection<T>
      },
    }),
  }
}
