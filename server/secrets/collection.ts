import type { Document, Scope } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'
import type { Wrapped } from './key-wrapping.ts'

/** One version of a key. Texts that it sealed name it. */
export type RingKey = { version: number; wrapped: Wrapped; createdAt: Date }

/**
 * All versions of the key of one owner; the newest seals, the others still open. `revision` goes up with each change.
 * `oid`: a person's.
 */
export type KeyRing = Document & {
  tenantId: string
  oid?: string
  keys: RingKey[]
  revision: number
  retainFrom?: Date | null
}

const ringSpec = (name: string, scope: Scope): SealedSpec<KeyRing> => ({
  name,
  scope,
  apart: true,
  fields: {
    tenantId: clear.id,
    oid: clear.id,
    keys: { version: clear.number, wrapped: { by: clear.key, bytes: clear.key }, createdAt: clear.date },
    revision: clear.number,
    retainFrom: clear.date,
  },
  indexes: [
    { tenantId: 1, 'keys.wrapped.by': 1, _id: 1 },
    { tenantId: 1, 'keys.version': 1, _id: 1 },
    { tenantId: 1, retainFrom: 1 },
  ],
})

/** The key of each tenant, named after it, that wraps all others of that tenant. A master key wraps it. */
export const tenantKeySpec = ringSpec('tenantKeys', { of: 'tenant' })
/** The data key of each pair, named after it. It goes with the pair (`server/my-data/deletion-job.ts`). */
export const pairKeySpec = ringSpec('pairKeys', { of: 'tenant' })
/** The data key of each person's own things. */
export const personKeySpec = ringSpec('personKeys', { of: 'person', exportedAs: null })
/** Two of each tenant: the data key of what is the organisation's, and the key of hashes (`organisationRings`). */
export const organisationKeySpec = ringSpec('organisationKeys', { of: 'tenant' })

/**
 * A key of the time when a tenant had one data key for everything: it still opens what it sealed, and goes when all of
 * that is sealed with the keys of its owners.
 */
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
