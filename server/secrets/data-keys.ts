import { randomBytes } from 'node:crypto'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import { KeysUnavailable } from '../sealing/sealing.ts'
import type { KeyWrapping, Wrapped } from './key-wrapping.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** A key that seals texts of one tenant; the one with the highest version seals, the others still open. */
export type DataKeyDocument = {
  _id: string
  tenantId: string
  version: number
  wrapped: Wrapped
  createdAt: Date
}

export const dataKeySpec: SealedSpec<DataKeyDocument> = {
  name: 'dataKeys',
  scope: { of: 'tenant' },
  fields: {
    tenantId: clear.id,
    version: clear.number,
    wrapped: { by: clear.key, bytes: clear.key },
    createdAt: clear.date,
  },
  indexes: [{ tenantId: 1, version: 1 }],
}

/** How long a key lies unwrapped in memory, in milliseconds: a master key that is taken away is gone after it. */
const keptFor = 60 * 60_000
/** Within this every server seals with a new version, in milliseconds. */
export const noticedWithin = 5 * 60_000

/** The data keys of each tenant, made when they are first needed. */
export function dataKeys(collection: Collection<DataKeyDocument>, wrapping: KeyWrapping, now: () => Date) {
  // A clock that was put back must not keep anything for longer.
  const elapsed = (at: Date) => Math.abs(now().getTime() - at.getTime())
  const unwrapped = new Map<string, { at: Date; key: Promise<Buffer | null> }>()
  const newest = new Map<string, { at: Date; version: number }>()
  const idOf = (tenantId: string, version: number) => `${tenantId}.${version}`

  /** @throws KeysUnavailable */
  async function unwrap(tenantId: string, version: number): Promise<Buffer | null> {
    const found = await collection.findOne({ tenantId, version })
    return found && wrapping.unwrap(found.wrapped, idOf(tenantId, version))
  }

  /** The key of a version; null when there is none, or no master key that we know opens it. @throws KeysUnavailable */
  function open(tenantId: string, version: number): Promise<Buffer | null> {
    const id = idOf(tenantId, version)
    const known = unwrapped.get(id)
    if (known && elapsed(known.at) < keptFor) return known.key
    const key = unwrap(tenantId, version)
    unwrapped.set(id, { at: now(), key })
    // Neither a failure nor an absence is kept: the next one asks again.
    const drop = () => unwrapped.delete(id)
    key.then((found) => found ?? drop(), drop)
    return key
  }

  /** All of a tenant, newest first. */
  const versions = (tenantId: string) => collection.find({ tenantId }, { sort: { version: -1 } }).toArray()

  /** Makes the version after this one; of several who do so at once one makes it. @throws KeysUnavailable */
  async function renew(tenantId: string, after: number): Promise<void> {
    const version = after + 1
    const _id = idOf(tenantId, version)
    const wrapped = await wrapping.wrap(randomBytes(32), _id)
    await isInserted(collection.insertOne({ _id, tenantId, version, wrapped, createdAt: now() }))
    newest.delete(tenantId)
  }

  async function newestVersion(tenantId: string): Promise<number> {
    const known = newest.get(tenantId)
    if (known && elapsed(known.at) < noticedWithin) return known.version
    const [found] = await collection.find({ tenantId }, { sort: { version: -1 }, limit: 1 }).toArray()
    if (found) newest.set(tenantId, { at: now(), version: found.version })
    return found?.version ?? 0
  }

  return {
    open,
    versions,
    renew,
    /** The key with which texts are sealed now. @throws KeysUnavailable */
    async current(tenantId: string): Promise<{ version: number; key: Buffer }> {
      // Once to make the first, or one that our master key opens; once more when another server was first.
      for (let round = 0; round < 3; round += 1) {
        const version = await newestVersion(tenantId)
        const key = version > 0 ? await open(tenantId, version) : null
        if (key) return { version, key }
        await renew(tenantId, version)
      }
      throw new KeysUnavailable('the master key does not open what it wraps')
    },
    /** A version that somebody else may have made is the newest from now on. */
    notice(tenantId: string, version: number): void {
      newest.set(tenantId, { at: now(), version })
    },
    /** Wraps it with the present master key, unless it is or no master key that we know opens it. */
    async rewrap({ _id, tenantId, version, wrapped }: DataKeyDocument): Promise<boolean> {
      if (wrapped.by === (await wrapping.current())) return false
      const context = idOf(tenantId, version)
      const key = await wrapping.unwrap(wrapped, context)
      if (!key) return false
      const done = await collection.updateOne(
        { _id, 'wrapped.bytes': wrapped.bytes },
        { $set: { wrapped: await wrapping.wrap(key, context) } },
      )
      return done.modifiedCount > 0
    },
    async forget({ _id, tenantId, version }: DataKeyDocument): Promise<void> {
      await collection.deleteMany({ _id })
      unwrapped.delete(idOf(tenantId, version))
    },
  }
}
export type DataKeys = ReturnType<typeof dataKeys>
