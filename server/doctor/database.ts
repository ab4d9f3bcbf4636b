import { specs } from '../collections.ts'
import type { SealedSpec } from '../sealing/declaration.ts'
import { storedSpec } from '../sealing/stored-spec.ts'
import type { Document } from '../database/collection.ts'
import { DatabaseOpenError } from '../database/errors.ts'
import { inspectEmbedded, inspectMongo, type EmbeddedFacts, type MongoFacts } from '../database/inspect.ts'
import type { Check } from './check.ts'
import { of, ok, wrong, type Result } from './finding.ts'

/** The oldest that the driver speaks with and MongoDB still mends. */
const oldest = 7
/** A request makes up to four reads, and a finish sixteen commands; milliseconds. */
const slow = 20

export const database: Check = {
  name: 'database',
  async run({ config }) {
    const { uri, dir } = config.database
    if (!uri) return embeddedResult(inspectEmbedded(dir), config.redisUrl !== undefined)
    try {
      return mongoResults(
        await inspectMongo(
          uri,
          (Object.values(specs) as unknown as SealedSpec<Document>[]).map((spec) => storedSpec(spec)),
        ),
      )
    } catch (error) {
      if (!(error instanceof DatabaseOpenError)) throw error
      const [says = '', ...todo] = error.message.split(/(?<=\.) /)
      return wrong(says.replace(/\.$/, ''), todo.join(' ') || 'Correct MONGODB_URI.')
    }
  },
}

export function mongoResults({ version, copies, writes, unindexed, latency }: MongoFacts): Result[] {
  const ms = latency.toFixed(1)
  return [
    of(
      'version',
      Number(version.split('.')[0]) >= oldest
        ? ok(version)
        : wrong(`${version} is too old`, `Update it to ${oldest}.0 or newer, one version at a time.`),
    ),
    of(
      'copies',
      copies
        ? ok(copies)
        : wrong('It is one server without copies', 'Make it a replica set, and name that in MONGODB_URI.'),
    ),
    of(
      'writes',
      writes === 'majority'
        ? ok('Acknowledged by the majority')
        : wrong(
            `Acknowledged by ${String(writes)} server: one that fails loses them`,
            'Take w= out of MONGODB_URI.',
          ),
    ),
    of(
      'indexes',
      unindexed.length === 0
        ? ok('All there')
        : wrong(
            `Missing on ${unindexed.join(', ')}`,
            'Start a server of this version: it makes them. Else see its log, and the rights of its account.',
          ),
    ),
    of(
      'latency',
      latency < slow
        ? ok(`${ms} ms for half of the reads`)
        : wrong(
            `${ms} ms for half of the reads`,
            'Put the servers and the database in one region and network.',
          ),
    ),
  ]
}

const enough = 1024 ** 3

/** @param several are there to be several servers? */
export function embeddedResult({ state, left }: EmbeddedFacts, several: boolean): Result {
  if (several)
    return wrong('The embedded engine is for one server', 'Set MONGODB_URI, or leave REDIS_URL out.')
  if (state === 'none') return wrong('There is no data in DATA_DIR yet', 'Start the server once.')
  if (state === 'damaged')
    return wrong('The file in DATA_DIR is damaged', 'Stop the server and put a backup in its place.')
  if (left < enough)
    return wrong(`${Math.floor(left / 1024 ** 2)} MiB are left on the disk of DATA_DIR`, 'Make room there.')
  return ok(
    state === 'in-use' ? 'The embedded engine, in use by the server' : 'The embedded engine; no server runs',
  )
}
