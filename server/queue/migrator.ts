import type { Change, Collection, Document } from '../database/collection.ts'
import { asSeen, newestOf, type Migration } from '../database/migration.ts'
import { schemaId, type Pass, type SchemaDocument, type Schemas } from '../database/schema.ts'
import { leased } from './leased.ts'

/** Documents of one step: few enough that nobody notices it. */
const batch = 50
/** A step that takes longer is done again by another server; milliseconds. */
const life = 30_000
/** How long a migration that waits for older servers to end waits before it looks again; milliseconds. */
const lookAgain = 5000
/** Progress is logged after each so many documents. */
const told = 1000

type Parts = {
  migrations: Migration[]
  schemas: Schemas
  /** A collection as it is stored, by its name in the database. */
  stored: (name: string) => Collection<Document>
  now: () => Date
  newId: () => string
  log: (what: object, words: string) => void
}

/**
 * The next step of the migrations that a database lacks: some documents, or the end of one. Of several servers one does a
 * step at a time; whenever it is killed another goes on where it was.
 *
 * While a server runs that knows no such migration, documents of the shape of before are still made. So a walk that
 * began meanwhile is followed by another once those servers are gone; and a migration after which they could not read a
 * document does not begin before.
 * @returns does a step: true when there may be more to do at once
 */
export function migrator({ migrations, schemas: { schemas, known, here }, ...parts }: Parts) {
  const { stored, now, newId, log } = parts
  const queue = leased(schemas, '', life)
  let isThrough = newestOf(migrations) === 0

  /** Records what a step did, and lets others have the next. @returns false when another server took over meanwhile */
  async function record(claim: string, set: Partial<SchemaDocument>, wait = 0): Promise<boolean> {
    const dueAt = new Date(now().getTime() + wait)
    const done = await schemas.updateOne(queue.held(schemaId, claim), { $set: { ...set, dueAt } })
    return done.matchedCount > 0
  }

  async function begin(claim: string, schema: SchemaDocument, next: Migration): Promise<boolean> {
    const { version, name, readableFrom } = next
    const isAlone = !(await here.isOlderThere(version))
    const isSecond = schema.pass?.to === version
    if (!isAlone && (isSecond || readableFrom > schema.readableFrom)) {
      await record(claim, {}, lookAgain)
      return false
    }
    // From here on servers that cannot read it do not start; the next step looks whether one just did.
    if (readableFrom > schema.readableFrom) return record(claim, { readableFrom })
    const pass: Pass = { to: version, after: '', seen: 0, changed: 0, isLast: isAlone }
    log({ version, isLast: isAlone }, `migration begins: ${name}`)
    return record(claim, { pass })
  }

  async function goOn(claim: string, pass: Pass, next: Migration): Promise<boolean> {
    const { version, name, projection } = next
    const collection = stored(next.collection)
    // A list leaves out what cannot be opened: only ids say how far it is.
    const ids = (
      await collection
        .find({ _id: { $gt: pass.after } }, { sort: { _id: 1 }, limit: batch, projection: { _id: 1 } })
        .toArray()
    ).map(({ _id }) => _id)
    const some = await collection.find({ _id: { $in: ids } }, { ...(projection && { projection }) }).toArray()
    const changes = some.flatMap((document): Change<Document>[] => {
      const set = next.changes(document)
      return set
        ? [{ updateOne: { filter: asSeen(document, set) as never, update: { $set: set } as never } }]
        : []
    })
    const changed = changes.length > 0 ? (await collection.bulkWrite(changes)).matchedCount : 0
    const seen = pass.seen + ids.length
    const done: Pass = { ...pass, after: ids.at(-1) ?? pass.after, seen, changed: pass.changed + changed }
    const progress = { version, seen, changed: done.changed }
    if (Math.floor(seen / told) > Math.floor(pass.seen / told)) log(progress, `migration goes on: ${name}`)
    if (ids.length === batch) return record(claim, { pass: done })
    if (!pass.isLast) {
      log(progress, `migration waits until no older server runs, and looks once more: ${name}`)
      return record(claim, { pass: { ...done, isEnded: true } })
    }
    log(progress, `migration is through: ${name}`)
    return record(claim, { version, pass: { ...done, isEnded: true } })
  }

  return async function step(): Promise<boolean> {
    if (isThrough) return false
    const claim = newId()
    const schema = await queue.claim(claim, now(), now(), { _id: schemaId, version: { $lt: known } })
    if (!schema) {
      isThrough = ((await schemas.findOne({ _id: schemaId }))?.version ?? 0) >= known
      return false
    }
    const next = migrations.find(({ version }) => version > schema.version)
    if (!next) throw new Error(`No migration leads on from ${schema.version}.`)
    const { pass } = schema
    return pass?.to === next.version && !pass.isEnded ? goOn(claim, pass, next) : begin(claim, schema, next)
  }
}
