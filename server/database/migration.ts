import type { Collection, CollectionSpec, Document, Projection } from './collection.ts'

type Fields = Record<string, unknown>

/**
 * A change in the shape of one collection's documents: `changes` says of a document which fields it lacks or has
 * otherwise, by their paths; null: it is as it should be. It is a pure rule that may be asked of any document at any time.
 * - A document is read as the rule makes it (`asMigrated`), so all other code knows the new shape alone.
 * - A worker writes every document so, in small steps, while servers of the version before go on (`migrator`).
 */
export type Migration = {
  /** 1, 2, 3 … without a gap: the schema version of a database in which it is through. */
  version: number
  /** The change in words, for the log. */
  name: string
  /** The name of the collection, as the database has it. */
  collection: string
  /**
   * The oldest schema version that code knows which reads the new shape. A migration that only adds fields leaves it at
   * what it was; one that takes fields away, which a later release does, says from which version on nobody reads them.
   */
  readableFrom: number
  /** Fields that the rule does not ask for. */
  projection?: Projection
  changes(document: Document): Fields | null
}

/** Erases which documents a migration is about: a list holds those of many collections. */
export const migration = <T extends Document>(
  { name: collection }: CollectionSpec<T>,
  { changes, ...rest }: Omit<Migration, 'collection' | 'changes'> & { changes(document: T): Fields | null },
): Migration => ({ ...rest, collection, changes: (document) => changes(document as T) })

/** The newest schema version of a list of migrations. */
export const newestOf = (migrations: Migration[]): number => migrations.at(-1)?.version ?? 0

/** A filter for the document with the fields as they were seen: who changed one meanwhile knew the new shape. */
export const asSeen = (document: Document, changes: Fields): Fields => ({
  _id: document._id,
  ...Object.fromEntries(
    Object.keys(changes).map((path) => [path, valueAt(document, path) ?? { $exists: false }]),
  ),
})

const valueAt = (document: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at as Fields | null | undefined)?.[name], document)

/** The same document with these fields, the rest of it untouched. */
export function withFields<T extends object>(document: T, changes: Fields): T {
  let made: Fields = document as Fields
  for (const [path, value] of Object.entries(changes)) made = withField(made, path.split('.'), value)
  return made as T
}

function withField(document: Fields, [name = '', ...rest]: string[], value: unknown): Fields {
  const inner = rest.length > 0 ? withField((document[name] ?? {}) as Fields, rest, value) : value
  return { ...document, [name]: inner }
}

/** A collection whose documents read as these migrations make them, whether they are written so yet or not. */
export function asMigrated<T extends Document>(
  collection: Collection<T>,
  migrations: Migration[],
): Collection<T> {
  if (migrations.length === 0) return collection
  function made<D extends Document>(document: D): D {
    return migrations.reduce((one, { changes }) => {
      const lacking = changes(one)
      return lacking ? withFields(one, lacking) : one
    }, document)
  }
  return {
    ...collection,
    async findOne(filter, options) {
      const found = await collection.findOne(filter, options)
      return found && made(found)
    },
    find: (filter, options) => ({
      toArray: async () => (await collection.find(filter, options).toArray()).map(made),
    }),
    async findOneAndUpdate(filter, update, options) {
      const found = await collection.findOneAndUpdate(filter, update, options)
      return found && made(found)
    },
  }
}
