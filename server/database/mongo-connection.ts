import { MongoServerError, type Db, type MongoClient } from 'mongodb'
import { isUnavailable } from './mongo-failure.ts'

export type Connected = { client: MongoClient; database: Db }
export type Connection = {
  database(): Db
  use<T>(work: (database: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** After so long without an answer the client is replaced; milliseconds. */
const stuckAfter = 8000

/**
 * A connection to the database that outlives its client. The driver comes back by itself when a server does, but not
 * always: its monitor can wait for ever to write to a socket that was closed in the same moment (`Connection.writeCommand`
 * waits for `drain`), and then no server is found any more.
 */
export async function openConnection(connect: () => Promise<Connected>): Promise<Connection> {
  let current = await connect()
  let failingSince: number | null = null
  let replacing: Promise<void> | null = null
  let closed = false

  async function replace(): Promise<void> {
    const next = await connect().catch(() => null)
    if (!next) return
    const before = current
    if (closed) return next.client.close()
    current = next
    failingSince = null
    await before.client.close().catch(() => undefined)
  }
  function failed(): void {
    failingSince ??= performance.now()
    if (closed || replacing || performance.now() - failingSince < stuckAfter) return
    replacing = replace().finally(() => {
      replacing = null
    })
  }

  return {
    database: () => current.database,
    async use(work) {
      try {
        const done = await work(current.database)
        failingSince = null
        return done
      } catch (error) {
        // An error of the server's is an answer: the client works.
        if (isUnavailable(error) && !(error instanceof MongoServerError)) failed()
        else failingSince = null
        throw error
      }
    },
    async close() {
      closed = true
      await replacing
      await current.client.close()
    },
  }
}
