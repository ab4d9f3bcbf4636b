import type { Filter, UpdateFilter } from 'mongodb'
import type { Collection, Document } from '../database/collection.ts'
import type { Part, SealedSpec } from './declaration.ts'
import { sealedChange } from './sealed-change.ts'
import { fieldOf, sealedParts, unreadableVersion, type SealedPart, type Stored } from './sealed-parts.ts'
import { KeysUnavailable, OwnerGone, Unreadable, type Reseal, type Sealing } from './sealing.ts'
import { valueAt } from './split.ts'

/** How many documents are dealt with in one step. */
const batch = 20

/**
 * Seals a collection's documents anew, a few at a time. Each is written over what was read only, so any number of servers
 * may do it, and a kill between two loses nothing. One that cannot be opened any more gets a mark, and is not tried again. One
 * whose owner is deleted meanwhile is left to that: no key is made anew for somebody who is gone.
 * @param collection as the engine has it
 */
export function resealing<T extends Document>(
  collection: Collection<T>,
  spec: SealedSpec<T>,
  sealing: Sealing,
): { first: () => Promise<number>; anew: Reseal } {
  const sealed = sealedParts(spec, sealing)
  const { change } = sealedChange(collection, sealed)
  const find = async (filter: object) =>
    (await collection.find(filter as Filter<T>, { limit: batch }).toArray()) as unknown as Stored[]

  /** Seals some that lie unsealed, from before. */
  async function first(): Promise<number> {
    const [mark] = sealed.parts
    if (!mark) return 0
    const some = await find({ [`${fieldOf(mark)}.keyVersion`]: null })
    for (const { _id } of some)
      await change({
        filter: { _id },
        stored: { filter: { _id }, remains: false, about: [] },
        update: {},
        upsert: false,
      })
    return some.length
  }

  async function sealAnew(part: Part, stored: Stored): Promise<void> {
    const there = stored[fieldOf(part)] as SealedPart
    const owner = sealed.ownerOf(stored)
    const document = await sealed
      .open(stored, ({ name }) => name === part.name)
      .catch((error: unknown) => {
        if (error instanceof KeysUnavailable) throw error
        if (error instanceof Unreadable) return null
        throw error
      })
    const isRead = document !== null && owner !== null && !isMarked(document, part)
    const written = isRead
      ? await sealed.sealPart(owner, stored._id, part, document, there)
      : { ...there, keyVersion: unreadableVersion }
    // Only what was seen: what was changed meanwhile has the new key.
    await collection.updateOne(
      { _id: stored._id, [`${fieldOf(part)}.revision`]: there.revision } as unknown as Filter<T>,
      { $set: { [fieldOf(part)]: written } } as unknown as UpdateFilter<T>,
    )
  }

  const anew: Reseal = async (tenantId, keyVersion) => {
    for (const part of sealed.parts) {
      const at = fieldOf(part)
      const some = await find({ [`${at}.keyVersion`]: keyVersion, [`${at}.tenantId`]: tenantId })
      for (const one of some)
        await sealAnew(part, one).catch((error: unknown) => {
          if (!(error instanceof OwnerGone)) throw error
        })
      if (some.length > 0) return some.length
    }
    return 0
  }

  return { first, anew }
}

/** Was it one that could not be opened? */
function isMarked(document: object, { markedAt }: Part): boolean {
  if (markedAt === null) return false
  const at = markedAt ? valueAt(document, markedAt) : document
  return (at as { lost?: true } | undefined)?.lost === true
}
