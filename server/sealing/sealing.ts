/** Whose key seals: a pair's, a person's own, or the tenant's for what belongs to nobody in particular. */
export type Owner = { tenantId: string; of: 'pair' | 'person' | 'tenant'; id: string } // id '' for tenant

/** A sealed text, and the version of the data key that opens it. */
export type Sealed = { sealed: string; keyVersion: number }

/**
 * `unreadable`: its key is not to be had any more, or it was sealed elsewhere or changed. `keys-unavailable`: the
 * service that holds the master key does not give it now.
 */
export type Opened = { ok: true; text: string } | { ok: false; reason: 'unreadable' | 'keys-unavailable' }

export type Sealing = {
  /** place: collection, id, path(s) and revision: outside it the text does not open. @throws KeysUnavailable */
  seal(owner: Owner, place: string, text: string): Promise<Sealed>
  /** Never throws for a lost key. */
  open(owner: Owner, place: string, sealed: string): Promise<Opened>
  /** What must be found is found by this keyed hash (HMAC with a key of the tenant, purpose = collection.field). @throws KeysUnavailable */
  hash(tenantId: string, purpose: string, value: string): Promise<string>
  /** Deletes the key of a pair or a person: what it sealed is noise from then on. */
  forget(owner: Owner): Promise<void>
}

/** The service that holds the master key is not to be had, or refuses; `message` is its code and no text. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable'
}

/**
 * Seals some documents of one collection with the present key: those of a tenant that need this version; null: those
 * that lie unsealed, or in an earlier form.
 * @returns how many it dealt with; 0 when none is left
 * @throws KeysUnavailable
 */
export type Reseal = (tenantId: string, keyVersion: number | null) => Promise<number>

/** The content of one document cannot be read, now or ever: its key is gone, or it was changed. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  constructor(collection: string, id: string) {
    super(`${collection} ${id}`)
  }
}
