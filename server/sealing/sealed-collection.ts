import type { Filter, OptionalId, OptionalUnlessRequiredId, UpdateFilter, WithId } from 'mongodb'
import { fitting } from '../database/apply.ts'
import type { Change, Collection, Document, Insert, Projection, Sort } from '../database/collection.ts'
import type { SealedSpec } from './declaration.ts'
import { sealedChange, type Asked, type Done } from './sealed-change.ts'
import { hashesAt, storedFilter, type StoredFilter } from './sealed-filter.ts'
import { fieldOf, sealedParts, type Stored } from './sealed-parts.ts'
import { readUpdate } from './sealed-update.ts'
import { KeysUnavailable, Unreadable, type Sealing } from './sealing.ts'

type Fields = Record<string, unknown>
type Options = { upsert?: boolean; sort?: Sort }
type Found = { sort?: Sort; limit?: number; projection?: Projection }

const nothingSealed = 'content'
/** A projection for who needs nothing that is sealed: it costs no key, and works where content cannot be opened. */
export const unopened = { [nothingSealed]: 0 } as const

/**
 * A collection whose content is sealed in the database. It means what the collection below means: the content of a document
 * is opened as it is read and sealed as it is written. A change of clear fields alone is the very command that it would be
 * without, and so is one that replaces a part whole. Others read the document, and write over nothing but what they read.
 * A document whose content cannot be opened is left out of lists; asked for by itself it throws Unreadable.
 * @param onUnreadable called with the name of the collection and the id for each that was left out
 */
export function sealedCollection<T extends Document>(
  opened: Collection<T>,
  spec: SealedSpec<T>,
  sealing: Sealing,
  onUnreadable: (collection: string, id: string) => void = () => undefined,
): Collection<T> {
  const sealed = sealedParts(spec, sealing)
  const { root, parts } = sealed
  const { learn, atOnce, change } = sealedChange(opened, sealed)

  function inStore(filter: Filter<T>): Promise<StoredFilter> {
    return storedFilter(root, filter as Fields, async (path, value) => {
      const { tenantId } = filter as Fields
      if (typeof tenantId !== 'string') throw new Error(`A query on ${spec.name} by ${path} names no tenant.`)
      return sealing.hash(tenantId, `${spec.name}.${path}`, value)
    })
  }

  async function read(stored: Stored): Promise<T> {
    learn(stored)
    return sealed.open(stored)
  }

  /** Those that can be opened. @throws KeysUnavailable when that is why there is none */
  async function readAll(found: Stored[]): Promise<T[]> {
    const unavailable: KeysUnavailable[] = []
    const all = await Promise.all(
      found.map((one) =>
        read(one).catch((error: unknown) => {
          if (error instanceof KeysUnavailable) unavailable.push(error)
          else if (!(error instanceof Unreadable)) throw error
          onUnreadable(spec.name, one._id)
          return null
        }),
      ),
    )
    const readable = all.filter((one) => one !== null)
    if (readable.length === 0 && unavailable[0]) throw unavailable[0]
    return readable
  }

  async function search(filter: Filter<T>, { sort, limit, projection }: Found = {}): Promise<T[]> {
    const asked = await inStore(filter)
    const isUnopened =
      parts.length === 0 || (projection && (nothingSealed in projection || '_id' in projection))
    if (isUnopened && asked.remains) throw new Error(`A query on ${spec.name} needs what it does not open.`)
    const wanted = projection && storedProjection(projection)
    const found = (await opened
      .find(asked.filter as Filter<T>, {
        ...(sort && { sort }),
        ...(limit !== undefined && !asked.remains && { limit }),
        ...(wanted && { projection: wanted }),
      })
      .toArray()) as unknown as Stored[]
    if (isUnopened) return found as unknown as T[]
    const all = await readAll(found)
    return asked.remains ? all.filter(fitting(filter as Fields)).slice(0, limit) : all
  }

  /** A part that is not wanted is left out together with what stands of it in clear. */
  function storedProjection(projection: Projection): Projection | null {
    if ('_id' in projection) return projection
    const paths = Object.keys(projection)
    if (paths[0] === nothingSealed)
      return parts.length === 0
        ? null
        : Object.fromEntries([...parts.map(fieldOf), hashesAt].map((one) => [one, 0 as const]))
    const without = parts.filter(({ leaves }) =>
      leaves.every((leaf) => paths.some((path) => `${leaf}.`.startsWith(`${path}.`))),
    )
    return { ...projection, ...Object.fromEntries(without.map((part) => [fieldOf(part), 0 as const])) }
  }

  async function changeOne(
    filter: Filter<T>,
    update: UpdateFilter<T>,
    { upsert = false, sort }: Options,
    straight: (filter: Filter<T>, update: UpdateFilter<T>) => Promise<Done>,
  ): Promise<Done> {
    const stored = await inStore(filter)
    const asked: Asked = {
      filter: filter as Fields,
      stored,
      update: update as Fields,
      upsert,
      ...(sort && { sort }),
    }
    const command = await atOnce(asked)
    if (!command) return change(asked)
    return straight(command.filter as Filter<T>, command.update as UpdateFilter<T>)
  }

  const updateOne: Collection<T>['updateOne'] = async (filter, update, options = {}) => {
    let done = { matchedCount: 0, modifiedCount: 0, upsertedCount: 0 }
    const made = await changeOne(filter, update, options, async (asked, command) => {
      done = await opened.updateOne(asked, command, options)
      return { document: null, isNew: false }
    })
    if (made.document)
      done = made.isNew ? { ...done, upsertedCount: 1 } : { ...done, matchedCount: 1, modifiedCount: 1 }
    return done
  }

  const bulkWrite: Collection<T>['bulkWrite'] = async (changes) => {
    const together: (Change<T> | Insert<T>)[] = []
    const apart: Asked[] = []
    for (const one of changes) {
      if ('insertOne' in one) {
        const stored = await sealed.seal(one.insertOne.document as unknown as T)
        together.push({ insertOne: { document: stored as unknown as OptionalId<T> } })
        continue
      }
      const { filter, update } = one.updateOne
      const stored = await inStore(filter)
      const asked = { filter: filter as Fields, stored, update: update as Fields, upsert: false }
      const command = await atOnce(asked)
      if (command) together.push({ updateOne: command as Change<T>['updateOne'] })
      else apart.push(asked)
    }
    const { matchedCount, insertedCount } =
      together.length > 0 ? await opened.bulkWrite(together) : { matchedCount: 0, insertedCount: 0 }
    let changed = matchedCount
    for (const asked of apart) if ((await change(asked)).document) changed += 1
    return { matchedCount: changed, insertedCount }
  }

  return {
    async findOne(filter, options = {}) {
      const asked = await inStore(filter)
      if (asked.remains || options.projection)
        return ((await search(filter, { ...options, limit: 1 }))[0] ?? null) as WithId<T> | null
      const found = await opened.findOne(asked.filter as Filter<T>, options)
      return found && ((await read(found as unknown as Stored)) as WithId<T>)
    },
    find: (filter, options) => ({ toArray: () => search(filter, options) as Promise<WithId<T>[]> }),
    async countDocuments(filter) {
      const asked = await inStore(filter)
      return asked.remains ? (await search(filter)).length : opened.countDocuments(asked.filter as Filter<T>)
    },
    async insertOne(document) {
      const stored = await sealed.seal(document as unknown as T)
      const done = await opened.insertOne(stored as unknown as OptionalUnlessRequiredId<T>)
      learn(stored)
      return done
    },
    async insertNew(documents) {
      const all = await Promise.all(documents.map((one) => sealed.seal(one as unknown as T)))
      await opened.insertNew(all as unknown as OptionalUnlessRequiredId<T>[])
    },
    updateOne,
    bulkWrite,
    async findOneAndUpdate(filter, update, options = {}) {
      const { document } = await changeOne(filter, update, options, async (asked, command) => {
        const found = await opened.findOneAndUpdate(asked, command, options)
        return { document: found as unknown as Stored | null, isNew: false }
      })
      return document && ((await read(document)) as WithId<T>)
    },
    async updateMany(filter, update) {
      const asked = await inStore(filter)
      if (!asked.remains && readUpdate(sealed, update as Fields).touched.length === 0)
        return opened.updateMany(asked.filter as Filter<T>, update)
      let matchedCount = 0
      for (const { _id } of await opened
        .find(asked.filter as Filter<T>, { projection: { _id: 1 } })
        .toArray())
        matchedCount += (await updateOne({ ...filter, _id } as Filter<T>, update)).matchedCount
      return { matchedCount }
    },
    async deleteMany(filter) {
      const asked = await inStore(filter)
      if (!asked.remains) return opened.deleteMany(asked.filter as Filter<T>)
      const ids = (await search(filter)).map(({ _id }) => _id)
      return opened.deleteMany({ ...asked.filter, _id: { $in: ids } } as Filter<T>)
    },
  }
}
