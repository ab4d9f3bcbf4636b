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

/**
 * The commands of one reading, without what belongs to the sign-in: of several the one with the fewest, for workers ask
 * something of the same database now and then.
 * @param commands where each command is put
 */
export async function fewestCommands(commands: string[], read: () => Promise<unknown>): Promise<string[]> {
  const counted: string[][] = []
  for (let again = 0; again < 5; again += 1) {
    commands.length = 0
    await read()
    counted.push(commands.filter((name) => !name.startsWith('tokenCaches')))
  }
  return counted.sort((a, b) => a.length - b.length)[0] ?? []
}
