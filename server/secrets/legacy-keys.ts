import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Collection } from '../database/collection.ts'
import { remembered } from '../plugins/remembered.ts'
import type { DataKeyDocument } from './collection.ts'
import type { KeyWrapping } from './key-wrapping.ts'

/** How long a key lies unwrapped in memory, in milliseconds. */
const keptFor = 60 * 60_000

const idOf = (tenantId: string, version: number) => `${tenantId}.${version}`

/** The data keys of tenants from before pairs and people had their own: none is made any more. */
export function legacyKeys(collection: Collection<DataKeyDocument>, wrapping: KeyWrapping, now: () => Date) {
  const memory = remembered(
    async (_id) => {
      const found = await collection.findOne({ _id })
      const bytes = found && (await wrapping.unwrap(found.wrapped, _id))
      return bytes && createSecretKey(bytes)
    },
    keptFor,
    now,
  )
  return {
    /** The key of a version; null when there is none, or no master key that we know opens it. @throws KeysUnavailable */
    async open(tenantId: string, version: number): Promise<KeyObject | null> {
      const key = await memory.of(idOf(tenantId, version))
      // An absence is not kept: the next one asks again.
      if (!key) memory.forget(idOf(tenantId, version))
      return key
    },
    /** All of a tenant, newest first. */
    versions: (tenantId: string) => collection.find({ tenantId }, { sort: { version: -1 } }).toArray(),
    /** Wraps it with the present master key, unless it is or no master key that we know opens it. */
    async rewrap({ _id, wrapped }: DataKeyDocument): Promise<boolean> {
      if (wrapped.by === (await wrapping.current())) return false
      const key = await wrapping.unwrap(wrapped, _id)
      if (!key) return false
      const done = await collection.updateOne(
        { _id, 'wrapped.bytes': wrapped.bytes },
        { $set: { wrapped: await wrapping.wrap(key, _id) } },
      )
      return done.modifiedCount > 0
    },
    async forget({ _id }: DataKeyDocument): Promise<void> {
      await collection.deleteMany({ _id })
      memory.forget(_id)
    },
  }
}
export type LegacyKeys = ReturnType<typeof legacyKeys>
