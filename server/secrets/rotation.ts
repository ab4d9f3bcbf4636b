import type { Reseal } from '../sealing/sealing.ts'
import type { DataKeyDocument, KeyRing } from './collection.ts'
import { KeyLost, type KeyRings } from './key-ring.ts'
import { organisationRings, wrappedBy, type Keys } from './keys.ts'

const day = 24 * 60 * 60_000
/** A key of a tenant or an owner is in use for so long; then there is a new one by itself. Milliseconds. */
const life = 365 * day
/**
 * A key that was replaced is kept for so long, milliseconds: a backup from before opens with it. By then no server uses it
 * any more either.
 */
const outlasts = 35 * day
/** How many keys are looked at in one step. */
const batch = 50
/** A pass over all keys begins anew so long after its end: a slow server may have added to them. Milliseconds. */
const again = 10 * 60_000

/** One step of a rotation: at which level, and how many keys or texts it dealt with. */
export type Step = { level: 'master key' | 'tenant key' | 'data keys' | 'texts'; count: number }
/** How much waits for the new key of its level. `since`: when the tenant's newest key was made. */
export type Waiting = {
  tenantId: string
  since: Date | undefined
  tenantKeys: number
  dataKeys: number
  versionsOfTexts: number
}

type Parts = { keys: Keys; places: Reseal[]; now: () => Date }

/**
 * The replacing of keys, each level by itself: keys wrapped by an earlier master key are wrapped anew, those wrapped by an
 * earlier tenant key too, and texts of an earlier data key are sealed anew; at last the earlier key is deleted. Each year
 * there is a new tenant key and a new data key of each owner. Every step can be repeated, by any number of servers, and each
 * can be killed between two: what is left to do is seen from what is kept.
 */
export function rotation({ keys, places, now }: Parts) {
  const { tenants, owners, legacy } = keys
  const age = (at: Date) => now().getTime() - at.getTime()
  const newestOf = (ring: KeyRing) => ring.keys.reduce((a, b) => (a.version > b.version ? a : b))
  const earlier = (ring: KeyRing) => ring.keys.filter((one) => one !== newestOf(ring))

  /** How far each pass came: by name, the last key that it looked at, or when it ended. */
  const passes = new Map<string, { after: string } | { ended: Date }>()
  async function pass(
    name: string,
    rings: KeyRings,
    filter: object,
    work: (ring: KeyRing) => Promise<unknown>,
  ): Promise<number> {
    const at = passes.get(name) ?? { after: '' }
    if ('ended' in at && Math.abs(age(at.ended)) < again) return 0
    const after = 'after' in at ? at.after : ''
    const asked = { ...filter, _id: { $gt: after } }
    const some = await rings.collection.find(asked, { sort: { _id: 1 }, limit: batch }).toArray()
    for (const one of some) await work(one)
    const last = some.at(-1)
    passes.set(name, last ? { after: last._id } : { ended: now() })
    return some.length
  }
  const everyOwner = Object.entries(owners)

  async function masterKey(own: KeyRing, old: DataKeyDocument[]): Promise<Step | null> {
    if (await tenants.rewrap(own)) return { level: 'master key', count: 1 }
    for (const one of old) if (await legacy.rewrap(one)) return { level: 'master key', count: 1 }
    return null
  }

  async function tenantKey(own: KeyRing): Promise<Step | null> {
    const { tenantId } = own
    const newest = newestOf(own)
    if (age(newest.createdAt) > life) {
      await tenants.renew({ _id: tenantId, tenantId })
      return { level: 'tenant key', count: 1 }
    }
    for (const { version } of earlier(own)) {
      const filter = { tenantId, 'keys.wrapped.by': wrappedBy(version) }
      for (const [of, rings] of everyOwner) {
        const count = await pass(`wrapped ${tenantId} ${version} ${of}`, rings, filter, (ring) =>
          rings.rewrap(ring),
        )
        if (count > 0) return { level: 'tenant key', count }
      }
      // A key that it wraps and that does not open may be put right from a backup: then it is needed.
      const left = await Promise.all(everyOwner.map(([, rings]) => rings.collection.findOne(filter)))
      const isUnused = left.every((one) => one === null) && age(newest.createdAt) > outlasts
      if (isUnused && (await tenants.retire(own, version))) return { level: 'tenant key', count: 1 }
    }
    return null
  }

  const resealed = async (tenantId: string, version: number): Promise<Step | null> => {
    for (const reseal of places) {
      const count = await reseal(tenantId, version)
      if (count > 0) return { level: 'texts', count }
    }
    return null
  }

  /** Texts of the time when the tenant had one data key. One that no master key of ours opens is kept: it may come back. */
  async function legacyTexts(texts: KeyRing, old: DataKeyDocument[]): Promise<Step | null> {
    const { tenantId } = texts
    const newest = newestOf(texts)
    for (const one of old) {
      if (one.version >= newest.version || !(await legacy.open(tenantId, one.version))) continue
      const step = await resealed(tenantId, one.version)
      if (step) return step
      if (age(newest.createdAt) < outlasts) continue
      await legacy.forget(one)
      return { level: 'data keys', count: 1 }
    }
    return null
  }

  async function dataKeys(texts: KeyRing): Promise<Step | null> {
    const { tenantId } = texts
    const newest = newestOf(texts)
    if (age(newest.createdAt) > life) {
      await owners.tenant.renew(organisationRings(tenantId).texts)
      return { level: 'data keys', count: 1 }
    }
    for (const { version } of earlier(texts)) {
      const step = await resealed(tenantId, version)
      if (step) return step
      if (age(newest.createdAt) < outlasts) continue
      const filter = { tenantId, 'keys.version': version }
      for (const [of, rings] of [
        ['pair', owners.pair],
        ['person', owners.person],
      ] as const) {
        const retire = (ring: KeyRing) => rings.retire(ring, version)
        const count = await pass(`retired ${tenantId} ${version} ${of}`, rings, filter, retire)
        if (count > 0) return { level: 'data keys', count }
      }
      // Last: as long as it is there, what was left half-way is begun again.
      if (await owners.tenant.retire(texts, version)) return { level: 'data keys', count: 1 }
    }
    return null
  }

  return {
    /** @returns null when there was nothing to do; @throws KeysUnavailable */
    async step(tenantId: string): Promise<Step | null> {
      const old = await legacy.versions(tenantId)
      const known = await tenants.ringOf(tenantId)
      if (!known && (await keys.isLost(tenantId))) throw new KeyLost('key-missing')
      if (!known && old.length === 0) return null
      await keys.generation(tenantId)
      const own = known ?? (await tenants.ringOf(tenantId))
      const texts = await owners.tenant.ringOf(organisationRings(tenantId).texts._id)
      if (!own || !texts) return null
      return (
        (await masterKey(own, old)) ??
        (await tenantKey(own)) ??
        (await dataKeys(texts)) ??
        (await legacyTexts(texts, old))
      )
    },

    /** How much there is left to do, of each level; counting it reads every key of the tenant that waits. */
    async waiting(tenantId: string): Promise<Waiting> {
      const own = await tenants.ringOf(tenantId)
      const texts = await owners.tenant.ringOf(organisationRings(tenantId).texts._id)
      const by = own ? earlier(own).map(({ version }) => wrappedBy(version)) : []
      const counted = everyOwner.map(([, rings]) =>
        by.length ? rings.collection.countDocuments({ tenantId, 'keys.wrapped.by': { $in: by } }) : 0,
      )
      return {
        tenantId,
        since: own ? newestOf(own).createdAt : undefined,
        tenantKeys: by.length,
        dataKeys: (await Promise.all(counted)).reduce((a, b) => a + b, 0),
        versionsOfTexts: (texts ? earlier(texts).length : 0) + (await legacy.versions(tenantId)).length,
      }
    },

    /** A new tenant key and new data keys, from now on. @returns the versions of the data keys; @throws KeysUnavailable */
    async renew(tenantId: string): Promise<{ before: number; after: number }> {
      const before = await keys.generation(tenantId)
      await tenants.renew({ _id: tenantId, tenantId })
      await owners.tenant.renew(organisationRings(tenantId).texts)
      return { before, after: await keys.generation(tenantId) }
    },
  }
}
