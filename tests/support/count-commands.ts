import type { Collection, Database, Document } from '../../server/database/collection.ts'

/** The same database, with each command told to `onCommand` as `collection.method`. */
export const observed = (database: Database, onCommand: (name: string) => void): Database => ({
  ...database,
  async collection<T extends Document>(spec: Parameters<Database['collection']>[0] & { _document?: T }) {
    const collection = await database.collection<T>(spec as never)
    return new Proxy(collection, {
      get(target, method: keyof Collection<T>) {
        // Not `then`: a promise looks for it.
        if (!(method in target)) return undefined
        return (...args: unknown[]) => {
          onCommand(`${spec.name}.${method}`)
          return (target[method] as (...given: unknown[]) => unknown)(...args)
        }
      },
    })
  },
})
