import type { Filter, UpdateFilter } from 'mongodb'
import { setTimeout as pause } from 'node:timers/promises'
import { fitting, updated, upserted } from '../database/apply.ts'
import type { Collection, Document, Sort } from '../database/collection.ts'
import { partsOf, withoutPositions, type Part } from './declaration.ts'
import { hashesAt, type StoredFilter } from './sealed-filter.ts'
import { fieldOf, type SealedPart, type SealedParts, type Stored } from './sealed-parts.ts'
import { inClear, inClearAfter, readUpdate, type ReadUpdate } from './sealed-update.ts'
import type { Owner } from './sealing.ts'
import { strip, withAt } from './split.ts'

type Fields = Record<string, unknown>
type Update = Record<string, Fields>
export type Asked = { filter: Fields; stored: StoredFilter; update: Fields; upsert: boolean; sort?: Sort }
/** `document`: as it is stored afterwards; null: nothing fitted. */
export type Done = { document: Stored | null; isNew: boolean }

/** Owners that are remembered: a part of theirs is replaced whole without reading its document. */
const remembered = 20_000
/** Somebody who loses against others this often does not do so by chance. */
const attempts = 40

/** The writes of a sealed collection that change documents which are there. */
export function sealedChange<T extends Document>(collection: Collection<T>, sealed: SealedParts<T>) {
  const { root, parts, hashed } = sealed
  const owners = new Map<string, Owner>()

  /** Remembers whose it is. One that lies unsealed is to be read before it is changed. */
  function learn(stored: Stored): void {
    const owner = parts.length > 0 && sealed.isSealed(stored) ? sealed.ownerOf(stored) : null
    if (!owner) return
    if (owners.size >= remembered) owners.clear()
    owners.set(stored._id, owner)
  }

  /**
   * The command that makes a change without any reading: nothing that is sealed decides about it.
   * @returns null when there is none
   */
  async function atOnce({
    filter,
    stored,
    update,
    upsert,
  }: Asked): Promise<{ filter: Fields; update: Update } | null> {
    const said = readUpdate(sealed, update)
    const { touched, replaced } = said
    if (stored.remains) return null
    if (touched.length === 0 && (!upsert || parts.length === 0))
      return { filter: stored.filter, update: update as Update }
    const { _id } = filter
    if (typeof _id !== 'string' || touched.some((part) => !replaced.has(part) || part.hashed.length > 0))
      return null
    if (upsert && hashed.length > 0) return null
    const made = upsert ? upserted<Stored>(filter, update) : setIn(said, _id)
    const known = owners.get(_id)
    const owner = known ?? (upsert ? sealed.ownerOf(made) : null)
    if (!owner) return null
    const clear = inClear(said, !known)
    const $set = await partsIn(owner, touched, made)
    const others = upsert ? parts.filter((part) => !touched.includes(part)) : []
    const $setOnInsert = await partsIn(owner, others, made)
    return { filter: stored.filter, update: withFields(clear, { $set, $setOnInsert }) }
  }

  async function partsIn(owner: Owner, some: Part[], document: Stored): Promise<Fields> {
    const all = some.map(async (part) => [
      fieldOf(part),
      await sealed.sealPart(owner, document._id, part, document),
    ])
    return Object.fromEntries(await Promise.all(all)) as Fields
  }

  async function first({ filter, stored, sort }: Asked): Promise<Stored | null> {
    const options = sort ? { sort } : {}
    if (!stored.remains)
      return (await collection.findOne(stored.filter as Filter<T>, options)) as Stored | null
    const fits = fitting(filter)
    for (const one of await collection.find(stored.filter as Filter<T>, options).toArray())
      if (fits(await sealed.open(one as unknown as Stored))) return one as unknown as Stored
    return null
  }

  /** Reads, changes, and writes over what was read only. @throws Unreadable, KeysUnavailable */
  async function overRead(asked: Asked): Promise<Done> {
    const said = readUpdate(sealed, asked.update)
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const found = await first(asked)
      if (!found && !asked.upsert) return { document: null, isNew: false }
      if (!found) {
        const document = await sealed.seal(upserted<T>(asked.filter, asked.update))
        await collection.insertOne(document as never)
        return { document, isNew: true }
      }
      const { update, guard } = await changed(said, found, asked)
      // Somebody else sealed it first, and nothing else was asked.
      if (Object.keys(update).length === 0) return { document: found, isNew: false }
      const filter = { ...asked.stored.filter, _id: found._id, ...guard } as Filter<T>
      const document = await collection.findOneAndUpdate(filter, update as UpdateFilter<T>)
      if (document) return { document: document as unknown as Stored, isNew: false }
      await pause(attempt * Math.random() * 4)
    }
    throw new Error('A document is changed by others all the time.')
  }

  async function changed(
    said: ReadUpdate,
    found: Stored,
    { stored, update: asked }: Asked,
  ): Promise<{ update: Update; guard: Fields }> {
    const { touched, replaced } = said
    const isSealed = sealed.isSealed(found)
    const about = new Set(stored.about.map((path) => withoutPositions(path).split('.')[0] ?? ''))
    const before = await sealed.open(
      found,
      (part) => !isSealed || (touched.includes(part) && !replaced.has(part)),
    )
    const { $setOnInsert: _onInsert, ...rest } = asked
    const after = { ...updated(before, rest), _id: found._id } as unknown as Stored
    const owner = sealed.ownerOf(found)
    if (!owner) throw new Error('A document has no owner.')
    const aboutParts = [...about].flatMap((name) => [...partsOf(root.fields.get(name) ?? root)])
    const guarded = parts.filter((part) => touched.includes(part) || aboutParts.includes(part.name))
    const clear = isSealed ? inClearAfter(said, found, after) : wholeInClear(said, found, after)
    const $set = await partsIn(owner, isSealed ? touched : parts, after)
    if (hashed.length > 0 && (!isSealed || touched.some((part) => part.hashed.length > 0)))
      $set[hashesAt] = await sealed.hashesOf(owner, after)
    for (const name of about) clear.guard[name] = found[name] ?? null
    for (const part of guarded)
      clear.guard[`${fieldOf(part)}.revision`] =
        (found[fieldOf(part)] as SealedPart | undefined)?.revision ?? null
    return { update: withFields(clear.update, { $set }), guard: clear.guard }
  }

  /** All fields with content of a document that lay unsealed, in clear. */
  function wholeInClear(
    { entries }: ReadUpdate,
    found: Stored,
    after: Stored,
  ): { update: Update; guard: Fields } {
    const names = [...root.fields].flatMap(([name, node]) => (partsOf(node).size > 0 ? [name] : []))
    const guard: Fields = {}
    let update: Update = {}
    for (const { operator, path, value } of entries)
      if (operator !== '$setOnInsert' && !names.includes(path.split('.')[0] ?? ''))
        update = withFields(update, { [operator]: { [path]: value } })
    for (const name of names) {
      if (found[name] === undefined && after[name] === undefined) continue
      guard[name] = found[name] ?? null
      const left = strip(root.fields.get(name) ?? root, after[name])
      update = withFields(
        update,
        left === undefined ? { $unset: { [name]: '' } } : { $set: { [name]: left } },
      )
    }
    for (const name of sealed.earlierFields)
      if (found[name] !== undefined) update = withFields(update, { $unset: { [name]: '' } })
    return { update, guard }
  }

  return {
    learn,
    atOnce,
    async change(asked: Asked): Promise<Done> {
      const done = await overRead(asked)
      if (done.document) learn(done.document)
      return done
    },
  }
}

function withFields(update: Update, more: Update): Update {
  const all = { ...update }
  for (const [operator, fields] of Object.entries(more))
    if (Object.keys(fields).length > 0) all[operator] = { ...all[operator], ...fields }
  return all
}

/** The values that an update sets, where they will be. */
function setIn({ entries }: ReadUpdate, _id: string): Stored {
  let document: Fields = { _id }
  for (const { operator, path, value } of entries)
    if (operator === '$set' && withoutPositions(path) === path) document = withAt(document, path, value)
  return document as Stored
}
