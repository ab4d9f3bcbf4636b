/** The one whose key seals: a pair (`id` is the pair's), a person (their oid), or the tenant (''), for what is nobody's in particular. */
export type Owner = { tenantId: string; of: 'pair' | 'person' | 'tenant'; id: string }

/** A sealed text, and the version of the data key that opens it. */
export type Sealed = { sealed: string; keyVersion: number }

/**
 * `unreadable`: its key is not to be had any more, or it was sealed elsewhere or changed. `keys-unavailable`: the
 * service that holds the master key does not give it now.
 */
export type Opened = { ok: true; text: string } | { ok: false; reason: 'unreadable' | 'keys-unavailable' }

export type Sealing = {
  /**
   * place: collection, id, path(s) and revision: outside it the text does not open.
   * @param before what this takes the place of: where the owner's key sealed that and is gone, none is made anew
   * @throws KeysUnavailable; OwnerGone
   */
  seal(owner: Owner, place: string, text: string, before?: string): Promise<Sealed>
  /** Never throws for a lost key. */
  open(owner: Owner, place: string, sealed: string): Promise<Opened>
  /**
   * The keyed hash (HMAC with a key of the tenant) by which something is found that does not stand in clear.
   * @param purpose collection.field: the same value has another hash elsewhere
   * @throws KeysUnavailable
   */
  hash(tenantId: string, purpose: string, value: string): Promise<string>
  /** Deletes the key of a pair or a person: what it sealed is noise from then on. */
  forget(owner: Owner): Promise<void>
}

/** The service that holds the master key is not to be had, or refuses; `message` is its code and no text. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable'
}

/** The owner's key was deleted meanwhile, and all that it sealed is about to be. */
export class OwnerGone extends KeysUnavailable {
  override name = 'OwnerGone'
}

/**
 * Seals some texts of one collection that need this version with the present key.
 * @returns how many it dealt with; 0 when none is left
 * @throws KeysUnavailable
 */
export type Reseal = (tenantId: string, keyVersion: number) => Promise<number>

/** The content of one document cannot be read, now or ever: its key is gone, or it was changed. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  constructor(collection: string, id: string) {
    super(`${collection} ${id}`)
  }
}

/** For collections that are opened before the keys, which lie in collections themselves. */
export function laterSealing(): { sealing: Sealing; use(sealing: Sealing): void } {
  let given: Sealing | null = null
  const now = (): Sealing => {
    if (!given) throw new KeysUnavailable('not-open')
    return given
  }
  return {
    use(sealing) {
      given = sealing
    },
    sealing: {
      seal: async (...asked) => now().seal(...asked),
      open: async (...asked) => now().open(...asked),
      hash: async (...asked) => now().hash(...asked),
      forget: async (...asked) => now().forget(...asked),
    },
  }
}
