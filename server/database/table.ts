import { BSON } from 'mongodb'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { CollectionSpec, Document, Index } from './collection.ts'
import { duplicateKeyError } from './errors.ts'
import { above, bracket, encode, keysOf } from './keys.ts'
import { idIndex, type Plan } from './plan.ts'

/** Documents of one collection, as BSON, with the keys of each index beside them. */
export type Table = ReturnType<typeof table>

const nameOf = (index: Index) => Object.entries(index).flat().join('_')
/** The value of the document's own field that a path begins with. */
const rootIn = (document: object, path: string): unknown =>
  (document as Record<string, unknown>)[path.split('.', 1)[0] ?? '']
const quoted = (name: string) => `"${name.replaceAll('"', '')}"`

export function table<T extends Document>(file: DatabaseSync, spec: CollectionSpec<T>) {
  const documents = quoted(`documents ${spec.name}`)
  file.exec(`CREATE TABLE IF NOT EXISTS ${documents} (id TEXT PRIMARY KEY, bson BLOB NOT NULL) WITHOUT ROWID`)
  const decode = (row: Record<string, unknown> | undefined): T | null =>
    row ? (BSON.deserialize(row['bson'] as Uint8Array) as T) : null

  const entriesBetween = (entries: string) =>
    `SELECT d.bson FROM ${entries} e JOIN ${documents} d ON d.id = e.id WHERE e.key >= ? AND e.key < ?`
  /** A statement has one iterator at a time: it begins when the first document is asked for. */
  function* read(
    statement: StatementSync | undefined,
    from: Buffer | string,
    to: Buffer | string,
  ): Generator<T> {
    for (const row of statement?.iterate(from, to) ?? []) {
      const found = decode(row)
      if (found) yield found
    }
  }

  const declared = new Set(spec.indexes.map((index) => `index ${spec.name} ${nameOf(index)}`))
  const there = file.prepare('SELECT name FROM sqlite_schema WHERE type = ? AND substr(name, 1, ?) = ?')
  const prefix = `index ${spec.name} `
  // One that is declared no more goes: it would keep the values that documents had.
  for (const { name } of there.all('table', prefix.length, prefix))
    if (!declared.has(String(name))) file.exec(`DROP TABLE ${quoted(String(name))}`)

  const indexes = spec.indexes.map((index) => {
    const fields = Object.keys(index)
    const entries = quoted(`index ${spec.name} ${nameOf(index)}`)
    const known = file.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(entries.slice(1, -1))
    const add = () => file.prepare(`INSERT OR IGNORE INTO ${entries} (key, id) VALUES (?, ?)`)
    if (!known) {
      // New in this version: made and filled at once, or not at all.
      file.exec(`BEGIN; CREATE TABLE ${entries} (key BLOB, id TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID`)
      for (const row of file.prepare(`SELECT bson FROM ${documents}`).iterate()) {
        const document = decode(row)
        for (const key of keysOf(document, fields)) add().run(key, document?._id ?? '')
      }
      file.exec('COMMIT')
    }
    return {
      index,
      fields,
      add: add(),
      remove: file.prepare(`DELETE FROM ${entries} WHERE key = ? AND id = ?`),
      walk: file.prepare(`${entriesBetween(entries)} ORDER BY e.key, e.id`),
      back: file.prepare(`${entriesBetween(entries)} ORDER BY e.key DESC, e.id DESC`),
    }
  })
  const byId = file.prepare(`SELECT bson FROM ${documents} WHERE id = ?`)
  const idsBetween = `SELECT bson FROM ${documents} WHERE id >= ? AND id <= ? ORDER BY id`
  const walkIds = file.prepare(idsBetween)
  const backIds = file.prepare(`${idsBetween} DESC`)
  const put = file.prepare(
    `INSERT INTO ${documents} (id, bson) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET bson = excluded.bson`,
  )
  const [begin, commit] = [file.prepare('BEGIN IMMEDIATE'), file.prepare('COMMIT')]
  const drop = file.prepare(`DELETE FROM ${documents} WHERE id = ?`)

  let isInOne = false
  function transaction<R>(work: () => R): R {
    if (isInOne) return work()
    begin.run()
    isInOne = true
    try {
      const done = work()
      commit.run()
      return done
    } catch (error) {
      file.exec('ROLLBACK')
      throw error
    } finally {
      isInOne = false
    }
  }

  function replace(before: T | null, after: T): void {
    for (const { fields, add, remove } of indexes) {
      if (before && fields.every((field) => rootIn(before, field) === rootIn(after, field))) continue
      const [old, wanted] = [before ? keysOf(before, fields) : [], keysOf(after, fields)]
      for (const key of old) if (!wanted.some((one) => one.equals(key))) remove.run(key, after._id)
      for (const key of wanted) if (!old.some((one) => one.equals(key))) add.run(key, after._id)
    }
    put.run(after._id, BSON.serialize(after, { ignoreUndefined: true }))
  }

  return {
    /**
     * Documents that the plan finds, a range of its index at a time, each in the order of the index, equal ones by id; the
     * caller tests the whole filter, may stop when it has enough, and writes when it has read.
     */
    ranges(plan: Plan, backwards = false): Iterable<T>[] {
      if (plan.index === idIndex && plan.range) {
        const { from = '', to } = plan.range
        // To SQLite every text comes before every blob (sqlite.org/datatype3.html, 4.1).
        return [
          read(backwards ? backIds : walkIds, String(from), to === undefined ? Buffer.alloc(0) : String(to)),
        ]
      }
      if (plan.index === idIndex)
        return (plan.points[0] ?? []).map((id) =>
          [decode(byId.get(String(id)))].filter((one) => one !== null),
        )
      const used = indexes.find((one) => one.index === plan.index)
      return rangesOf(plan).map(([from, to]) => read(backwards ? used?.back : used?.walk, from, to))
    },

    /** Writes `after` in place of `before` (null: it is new) with its index keys, durably and whole. */
    write(before: T | null, after: T): void {
      if (!before && byId.get(after._id)) throw duplicateKeyError(`${spec.name} _id`)
      transaction(() => replace(before, after))
    },

    /** All that this writes is written in one piece of work of the disk, or nothing of it. */
    transaction,

    /** Writes all whose id is free, in one piece of work of the disk. */
    insertNew(documents: T[]): void {
      transaction(() => {
        for (const one of documents) if (!byId.get(one._id)) replace(null, one)
      })
    },

    remove(document: T): void {
      transaction(() => {
        for (const { fields, remove } of indexes) {
          for (const key of keysOf(document, fields)) remove.run(key, document._id)
        }
        drop.run(document._id)
      })
    },
  }
}

/** The stretches of an index that a plan reads: [first, one past last). */
function rangesOf({ points, range }: Plan): [Buffer, Buffer][] {
  let prefixes = [Buffer.alloc(0)]
  for (const values of points) {
    prefixes = prefixes.flatMap((prefix) => values.map((value) => Buffer.concat([prefix, encode(value)])))
  }
  return prefixes.map((prefix) => {
    if (!range) return [prefix, Buffer.concat([prefix, above])]
    const [first, last] = bracket(range.from ?? range.to)
    const from =
      range.from === undefined
        ? first
        : Buffer.concat([encode(range.from), ...(range.fromOpen ? [above] : [])])
    const to =
      range.to === undefined ? last : Buffer.concat([encode(range.to), ...(range.toOpen ? [] : [above])])
    return [Buffer.concat([prefix, from]), Buffer.concat([prefix, to])]
  })
}
