import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import { remembered } from '../plugins/remembered.ts'
import { KeysUnavailable, OwnerGone } from '../sealing/sealing.ts'
import type { KeyRing, RingKey } from './collection.ts'
import type { KeyWrapping } from './key-wrapping.ts'

/** The key is in the database and does not open, or was there: no new one takes its place, for it may come back. */
export class KeyLost extends KeysUnavailable {}

/** The kind of the keys that a master key wraps. */
export const tenantKind = 'tenant'

/** A new ring without its keys: it says whose it is. */
export type RingOwner = Pick<KeyRing, '_id' | 'tenantId' | 'oid'>

/** Bound to a wrapped key: in another's place, or as another version, it does not open. */
export const keyContext = (kind: string, { _id, tenantId }: RingOwner, version: number): string =>
  JSON.stringify([kind, tenantId, _id, version])

/**
 * How many keys of tenants there are, and how many of them no master key opens: nothing of such a tenant can be read.
 * @throws KeysUnavailable
 */
export async function closedTenantKeys(rings: KeyRing[], master: KeyWrapping) {
  const keys = rings.flatMap((ring) => ring.keys.map((one) => ({ ring, ...one })))
  const opened = await Promise.all(
    keys.map(({ ring, version, wrapped }) => master.unwrap(wrapped, keyContext(tenantKind, ring, version))),
  )
  return { all: keys.length, closed: opened.filter((key) => key === null).length }
}

type Options = {
  /** Bound to a wrapped key, as its tenant, its owner and its version are. */
  kind: string
  /** The key that wraps those of a tenant. */
  parentOf: (tenantId: string) => KeyWrapping
  /** May the first key of an owner be made? Not where there was one that is lost. */
  mayBegin: (tenantId: string) => Promise<boolean>
  /** How long a key lies unwrapped in memory, milliseconds, and of how many owners at most. */
  keptFor: number
  most: number
  now: () => Date
}

const newestOf = ({ keys }: KeyRing): number => Math.max(...keys.map(({ version }) => version))

/** The keys of one kind of owners, each made when it is first needed, once even when several servers do so at once. */
export function keyRings(collection: Collection<KeyRing>, options: Options) {
  const { kind, parentOf, mayBegin, keptFor, most, now } = options
  const contextOf = (owner: RingOwner, version: number) => keyContext(kind, owner, version)

  /** @throws KeysUnavailable */
  const unwrap = (ring: KeyRing, { version, wrapped }: RingKey): Promise<Buffer | null> =>
    parentOf(ring.tenantId).unwrap(wrapped, contextOf(ring, version))

  /** A ring in memory, whose keys are unwrapped when they are needed. */
  function opened(ring: KeyRing) {
    const unwrapped = new Map<number, Promise<KeyObject | null>>()
    return {
      ring,
      newest: newestOf(ring),
      /** @returns null when there is none, or nothing that we know opens it; @throws KeysUnavailable */
      key(version: number): Promise<KeyObject | null> {
        const known = unwrapped.get(version)
        if (known) return known
        const found = ring.keys.find((one) => one.version === version)
        if (!found) return Promise.resolve(null)
        const key = unwrap(ring, found).then((bytes) => bytes && createSecretKey(bytes))
        unwrapped.set(version, key)
        // Neither a failure nor an absence is kept: the next one asks again.
        const drop = () => unwrapped.delete(version)
        key.then((one) => one ?? drop(), drop)
        return key
      },
    }
  }

  const read = async (_id: string) => {
    const ring = await collection.findOne({ _id })
    return ring && opened(ring)
  }
  const memory = remembered(read, keptFor, now, most)
  async function find(_id: string) {
    const found = await memory.of(_id)
    if (!found) memory.forget(_id)
    return found
  }

  /** Writes the version; of several who do so at once one does. @throws KeysUnavailable */
  async function add(owner: RingOwner, known: Awaited<ReturnType<typeof find>>, version: number) {
    if (known && !(await known.key(known.newest))) throw new KeyLost('another-key')
    if (!known && !(await mayBegin(owner.tenantId))) {
      // Another server made it a moment ago, and what comes after it.
      if (await find(owner._id)) return
      throw new KeyLost('key-missing')
    }
    const wrapped = await parentOf(owner.tenantId).wrap(randomBytes(32), contextOf(owner, version))
    const made: RingKey = { version, wrapped, createdAt: now() }
    if (!known) await isInserted(collection.insertOne({ ...owner, keys: [made], revision: 1 }))
    else await replace(known.ring, [...known.ring.keys, made])
    memory.forget(owner._id)
  }

  /** Many requests at once are one request to the vault. */
  const adding = new Map<string, Promise<void>>()
  function addOnce(...given: Parameters<typeof add>): Promise<void> {
    const [{ _id }] = given
    const one = adding.get(_id) ?? add(...given).finally(() => adding.delete(_id))
    adding.set(_id, one)
    return one
  }

  /** @returns false when somebody else changed it meanwhile */
  async function replace({ _id, revision }: KeyRing, keys: RingKey[]): Promise<boolean> {
    const changed = { $set: { keys, revision: revision + 1 } }
    const done = await collection.updateOne({ _id, revision }, changed)
    memory.forget(_id)
    return done.matchedCount > 0
  }

  return {
    collection,
    drop: memory.forget,
    has: async (_id: string) => (await find(_id)) !== null,
    /** The newest key; null when there is none, or nothing that we know opens it. @throws KeysUnavailable */
    async newest(_id: string): Promise<KeyObject | null> {
      const known = await find(_id)
      return known && known.key(known.newest)
    },
    /** As it stands in the database. */
    ringOf: async (_id: string) => (await read(_id))?.ring ?? null,

    /** The key of a version; null when it is gone, or nothing that we know opens it. @throws KeysUnavailable */
    async key(_id: string, version: number): Promise<KeyObject | null> {
      const known = await find(_id)
      if (!known || known.ring.keys.some((one) => one.version === version)) return known?.key(version) ?? null
      // Made by another server since.
      memory.forget(_id)
      return (await find(_id))?.key(version) ?? null
    },

    /**
     * The key that seals now, of this version or a later one.
     * @param begins the first key is made where there is none
     * @throws KeysUnavailable; OwnerGone
     */
    async current(owner: RingOwner, least = 1, begins = true): Promise<{ version: number; key: KeyObject }> {
      // Once more when another server was first.
      for (let round = 0; round < 3; round += 1) {
        const known = await find(owner._id)
        if (known && known.newest >= least) {
          const key = await known.key(known.newest)
          if (!key) throw new KeyLost('another-key')
          return { version: known.newest, key }
        }
        if (!known && !begins) throw new OwnerGone('owner-gone')
        await addOnce(owner, known, least)
      }
      throw new KeysUnavailable('owner-gone')
    },

    /** Makes the version after the newest. @throws KeysUnavailable */
    async renew(owner: RingOwner): Promise<void> {
      const known = await read(owner._id)
      await add(owner, known, (known?.newest ?? 0) + 1)
    },

    /** Wraps its keys with the present key of its tenant, or master key; one that does not open stays as it is. */
    async rewrap(ring: KeyRing): Promise<boolean> {
      const parent = parentOf(ring.tenantId)
      const by = await parent.current()
      const keys: RingKey[] = []
      for (const one of ring.keys) {
        const key = one.wrapped.by === by ? null : await unwrap(ring, one)
        keys.push(key ? { ...one, wrapped: await parent.wrap(key, contextOf(ring, one.version)) } : one)
      }
      return keys.some((one, at) => one !== ring.keys[at]) && replace(ring, keys)
    },

    /** Deletes a version that seals nothing any more. One that is the newest or does not open is kept. */
    async retire(ring: KeyRing, version: number): Promise<boolean> {
      const found = ring.keys.find((one) => one.version === version)
      if (!found || newestOf(ring) === version || !(await unwrap(ring, found))) return false
      return replace(
        ring,
        ring.keys.filter((one) => one !== found),
      )
    },

    async forget(_id: string): Promise<void> {
      await collection.deleteMany({ _id })
      memory.forget(_id)
    },
  }
}
export type KeyRings = ReturnType<typeof keyRings>
