import { MongoServerError, type Db, type MongoClient } from 'mongodb'
import { isUnavailable } from './mongo-failure.ts'

export type Connected = { client: MongoClient; database: Db }
export type Connection = {
  database(): Db
  use<T>(work: (database: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** After so long without an answer the client is replaced; milliseconds. Less than it waits for a server. */
const stuckAfter = 4500

/**
 * A connection to the database that outlives its client. The driver comes back by itself when a server does, but not
 * always: its monitor can wait for ever to write to a socket that was closed in the same moment (`Connection.writeCommand`
 * waits for `drain`), and then no server is found any more.
 */
export async function openConnection(
  connect: () => Promise<Connected>,
  now: () => number = () => performance.now(),
): Promise<Connection> {
  let current = await connect()
  /** When the first was asked that got no answer yet, none having been answered since. */
  let waitingSince: number | null = null
  let replacing: Promise<void> | null = null
  let closed = false

  async function replace(): Promise<void> {
    const next = await connect().catch(() => null)
    if (!next) return
    const before = current
    if (closed) return next.client.close()
    current = next
    waitingSince = null
    await before.client.close().catch(() => undefined)
  }
  function failed(): void {
    if (closed || replacing || waitingSince === null || now() - waitingSince < stuckAfter) return
    replacing = replace().finally(() => {
      replacing = null
    })
  }

  return {
    database: () => current.database,
    async use(work) {
      waitingSince ??= now()
      try {
        const done = await work(current.database)
        waitingSince = null
        return done
      } catch (error) {
        // An error of the server's is an answer: the client works.
        if (isUnavailable(error) && !(error instanceof MongoServerError)) failed()
        else waitingSince = null
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

/** How long a connection that is used now and then is kept between two uses; milliseconds. */
const idle = 2000

/** A connection that opens when it is needed, serves all who need it meanwhile, and closes soon after. */
export function openBriefly(connect: () => Promise<Connected>) {
  let opening: Promise<Connected> | null = null
  let using = 0
  let closing: NodeJS.Timeout | undefined
  async function close(): Promise<void> {
    clearTimeout(closing)
    const open = opening
    opening = null
    await open?.then(
      ({ client }) => client.close(),
      () => undefined,
    )
  }
  return {
    async use<T>(work: (database: Db) => Promise<T>): Promise<T> {
      clearTimeout(closing)
      using += 1
      try {
        return await work((await (opening ??= connect())).database)
      } catch (error) {
        // The next gets a new one.
        opening?.catch(() => (opening = null))
        throw error
      } finally {
        using -= 1
        if (using === 0) closing = setTimeout(() => void close(), idle).unref()
      }
    },
    close,
  }
}
