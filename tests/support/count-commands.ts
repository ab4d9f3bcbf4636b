import type { FastifyInstance } from 'fastify'
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
 * Resolves when a conversation that is finished now is published too: the answer announces a change, and so does the
 * worker, after it has left the mailbox.
 */
export const published = ({ announce }: FastifyInstance, conversationId: string): Promise<void> =>
  new Promise((resolve) => {
    let told = 0
    const onChanged = (id: string) => {
      if (id !== conversationId) return
      told += 1
      if (told < 2) return
      announce.off('changed', onChanged)
      resolve()
    }
    announce.on('changed', onChanged)
  })

/** How long is read again while workers are busy, milliseconds. */
const patience = 30_000

/**
 * The commands of one reading, without what belongs to the sign-in. Workers ask something of the same database now and
 * then, after a moved clock for seconds: it is read again until it costs no more than `most`.
 * @param commands where each command is put
 * @returns those of the reading with the fewest
 */
export async function fewestCommands(
  commands: string[],
  most: number,
  read: () => Promise<unknown>,
): Promise<string[]> {
  const end = Date.now() + patience
  let fewest: string[] | null = null
  while (!fewest || (fewest.length > most && Date.now() < end)) {
    if (fewest) await new Promise((resolve) => setTimeout(resolve, 200))
    commands.length = 0
    await read()
    const counted = commands.filter((name) => !name.startsWith('tokenCaches'))
    if (!fewest || counted.length < fewest.length) fewest = counted
  }
  return fewest
}
