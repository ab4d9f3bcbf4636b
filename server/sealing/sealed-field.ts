import type { Filter, UpdateFilter } from 'mongodb'
import type { Collection, Document, SealedField } from '../database/collection.ts'

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

/**
 * Seals some of the texts of one kind that need this version with the present key.
 * @returns how many it dealt with; 0 when none is left
 * @throws KeysUnavailable
 */
export type Reseal = (tenantId: string, keyVersion: number) => Promise<number>

/** The service that holds the master key is not to be had, or refuses; `message` is its code and no text. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable'
}

/** How many texts are sealed anew in one step. */
const batch = 20

/** The texts that stand sealed in one field of a collection's documents. */
export const sealedField = <T extends Document & { tenantId: string }>(
  sealing: Sealing,
  collection: Collection<T>,
  { field, boundTo, projection = {} }: SealedField<T>,
): Reseal => {
  const path = (name: keyof Sealed) => (field ? `${field}.${name}` : name)
  return async (tenantId, keyVersion) => {
    const asked = { tenantId, [path('keyVersion')]: keyVersion } as Filter<T>
    const some = await collection.find(asked, { limit: batch, projection }).toArray()
    for (const found of some) {
      const one = found as unknown as T
      const sealed = textAt(one, path('sealed'))
      const anew = await resealed(sealing, tenantId, boundTo(one), sealed)
      // Only what was seen: a text that its author changed meanwhile has the new key.
      await collection.updateOne(
        { _id: one._id, [path('sealed')]: sealed } as Filter<T>,
        {
          $set: { [path('sealed')]: anew.sealed, [path('keyVersion')]: anew.keyVersion },
        } as unknown as UpdateFilter<T>,
      )
    }
    return some.length
  }
}

const textAt = (document: object, path: string): string =>
  String(path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document))

/** Seals one text with the new key. One that can never be opened only gets the mark, so that it is not tried again. */
async function resealed(sealing: Sealing, tenantId: string, place: string, sealed: string): Promise<Sealed> {
  const opened = await sealing.open(tenantId, place, sealed)
  if (opened.ok) return sealing.seal(tenantId, place, opened.text)
  if (opened.reason === 'keys-unavailable') throw new KeysUnavailable('open')
  return { sealed, keyVersion: unreadableVersion }
}

/** No data key has this version: nothing waits for a text that its own key does not open. */
const unreadableVersion = -1
