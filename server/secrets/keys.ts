import type { Collection } from '../database/collection.ts'
import { personId } from '../contract/person-key.ts'
import type { Owner } from '../sealing/sealing.ts'
import type { DataKeyDocument, KeyRing } from './collection.ts'
import { keyRings, tenantKind, type KeyRings, type RingOwner } from './key-ring.ts'
import { keyWrapping, type KeyWrapping } from './key-wrapping.ts'
import { legacyKeys } from './legacy-keys.ts'
import type { TokenCache } from './token-vault.ts'

const minutes = 60_000
/** How long unwrapped keys stay in memory, milliseconds. The master key is asked again as seldom as a tenant's lasts. */
export const keptFor = { tenant: 60 * minutes, owner: 10 * minutes }
/** The owners of whom they do at most. */
const most = { tenants: 1000, owners: 5000 }

export type KeyCollections = {
  tenantKeys: Collection<KeyRing>
  pairKeys: Collection<KeyRing>
  personKeys: Collection<KeyRing>
  organisationKeys: Collection<KeyRing>
  dataKeys: Collection<DataKeyDocument>
  tokenCaches: Collection<TokenCache>
}

/** The two rings of an organisation. The newest version of `texts` is the one that all data keys of the tenant follow. */
export const organisationRings = (tenantId: string) => ({
  texts: { _id: `${tenantId}.texts`, tenantId },
  hashes: { _id: `${tenantId}.hashes`, tenantId },
})

/** The ring of an owner: where a deletion finds it. */
export function ringOwner({ tenantId, of, id }: Owner): RingOwner {
  if (of === 'pair') return { _id: id, tenantId }
  if (of === 'person') return { _id: personId({ tenantId, oid: id }), tenantId, oid: id }
  return organisationRings(tenantId).texts
}

const tenantKey = 'tenant:'
export const wrappedBy = (version: number) => `${tenantKey}${version}`

/** The key of a tenant, as what wraps those of its pairs and people. */
const tenantWrapping =
  (tenants: KeyRings) =>
  (tenantId: string): KeyWrapping => {
    const current = () => tenants.current({ _id: tenantId, tenantId })
    return {
      current: async () => wrappedBy((await current()).version),
      async wrap(key, context) {
        const { version, key: own } = await current()
        return keyWrapping(wrappedBy(version), own).wrap(key, context)
      },
      async unwrap(wrapped, context) {
        if (!wrapped.by.startsWith(tenantKey)) return null
        const own = await tenants.key(tenantId, Number(wrapped.by.slice(tenantKey.length)))
        return own && keyWrapping(wrapped.by, own).unwrap(wrapped, context)
      },
    }
  }

/** All keys below the master keys: those of tenants, and those of their owners. */
export function openKeys(collections: KeyCollections, master: KeyWrapping, now: () => Date) {
  const { tenantKeys, pairKeys, personKeys, organisationKeys, dataKeys, tokenCaches } = collections
  const isThere = async (tenantId: string, ...some: Collection<KeyRing>[]) => {
    for (const one of some) if (await one.findOne({ tenantId })) return true
    return false
  }
  const legacy = legacyKeys(dataKeys, master, now)
  /** Is there something that a key of the tenant wrapped or sealed, of which there is none? Nobody reads it with another. */
  async function isLost(tenantId: string): Promise<boolean> {
    if (await isThere(tenantId, pairKeys, personKeys, organisationKeys))
      return (await tenantKeys.findOne({ tenantId })) === null
    if (await tenantKeys.findOne({ tenantId })) return false
    const [last] = await legacy.versions(tenantId)
    if (last) return (await legacy.open(tenantId, last.version)) === null
    // Whoever has been here left one.
    return (await tokenCaches.find({ tenantId }, { projection: { _id: 1 }, limit: 1 }).toArray()).length > 0
  }
  const tenants = keyRings(tenantKeys, {
    kind: tenantKind,
    parentOf: () => master,
    mayBegin: async (tenantId) => !(await isLost(tenantId)),
    keptFor: keptFor.tenant,
    most: most.tenants,
    now,
  })
  const parentOf = tenantWrapping(tenants)
  const ofOwners = (
    kind: Owner['of'],
    collection: Collection<KeyRing>,
    mayBegin = async (_: string) => true,
  ) => keyRings(collection, { kind, parentOf, mayBegin, keptFor: keptFor.owner, most: most.owners, now })
  const owners = {
    pair: ofOwners('pair', pairKeys),
    person: ofOwners('person', personKeys),
    // They are made before any other.
    tenant: ofOwners(
      'tenant',
      organisationKeys,
      async (tenantId) => !(await isThere(tenantId, pairKeys, personKeys)),
    ),
  }
  return {
    tenants,
    owners,
    legacy,
    isLost,
    /** Does a master key of ours open the tenant's? @throws KeysUnavailable */
    isOpen: async (tenantId: string) => (await tenants.newest(tenantId)) !== null,
    /** The version that data keys of the tenant have from now on. @throws KeysUnavailable */
    async generation(tenantId: string): Promise<number> {
      const { texts, hashes } = organisationRings(tenantId)
      if (!(await owners.tenant.has(texts._id))) {
        await owners.tenant.current(hashes)
        // Texts that the tenant's one data key sealed are known by its lower version.
        const [last] = await legacy.versions(tenantId)
        await owners.tenant.current(texts, (last?.version ?? 0) + 1)
      }
      return (await owners.tenant.current(texts)).version
    },
    /** Forgets in memory what is kept under this name: somebody changed or deleted it. */
    drop(_id: string): void {
      for (const rings of [tenants, ...Object.values(owners)]) rings.drop(_id)
    },
  }
}
export type Keys = ReturnType<typeof openKeys>
