/** A sealed text, and the version of its tenant's data key that opens it. */
export type Sealed = { sealed: string; keyVersion: number }

/**
 * `unreadable`: its key is not to be had any more, or it was sealed elsewhere or changed. `keys-unavailable`: the
 * service that holds the master key does not give it now.
 */
export type Opened = { ok: true; text: string } | { ok: false; reason: 'unreadable' | 'keys-unavailable' }

/** Texts that nobody may read in the database: sealed with a data key of their tenant, bound to where they stand. */
export type Sealing = {
  /** @throws KeysUnavailable */
  seal(tenantId: string, place: string, text: string): Promise<Sealed>
  open(tenantId: string, place: string, sealed: string): Promise<Opened>
}

/** A kind of place where sealed texts stand; whoever keeps them says how they are sealed anew. */
export type SealedPlace = {
  name: string
  /**
   * Seals some of the texts that need this version with the present key.
   * @returns how many it dealt with; 0 when none is left
   * @throws KeysUnavailable
   */
  reseal(tenantId: string, keyVersion: number): Promise<number>
}

/** The service that holds the master key is not to be had, or refuses; `message` is its code and no text. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable'
}

/** What becomes of one sealed text when its key is replaced: another text, or, never to be opened, only the mark. */
export async function resealed(
  sealing: Sealing,
  tenantId: string,
  place: string,
  sealed: string,
): Promise<Sealed> {
  const opened = await sealing.open(tenantId, place, sealed)
  if (opened.ok) return sealing.seal(tenantId, place, opened.text)
  if (opened.reason === 'keys-unavailable') throw new KeysUnavailable('open')
  return { sealed, keyVersion: unreadableVersion }
}

/** No data key has this version: nothing waits for a text that its own key does not open. */
const unreadableVersion = -1
