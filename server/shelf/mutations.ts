import type { Collection } from '../database/collection.ts'
import { isDuplicateKey } from '../database/errors.ts'
import { personId } from '../person/collection.ts'
import type { ShelfDocument } from './collection.ts'
import type { Changed, Shelf } from './rules.ts'

/** A person has two or three devices: somebody who loses this often is no person. */
const tries = 5

export const questionMutations = (shelves: Collection<ShelfDocument>) => ({
  /** Changes a person's shelf by a rule, again on what another device made of it in the meantime. */
  async change(
    { tenantId, oid }: { tenantId: string; oid: string },
    rule: (shelf: Shelf) => Changed,
  ): Promise<Changed> {
    const _id = personId({ tenantId, oid })
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const before = await shelves.findOne({ _id })
      const changed = rule({ favourites: before?.favourites ?? [], questions: before?.questions ?? [] })
      if (!changed.ok) return changed
      const { favourites, questions } = changed.shelf
      if (before) {
        const { matchedCount } = await shelves.updateOne(
          { _id, revision: before.revision },
          { $set: { favourites, questions }, $inc: { revision: 1 } },
        )
        if (matchedCount === 1) return changed
        continue
      }
      try {
        await shelves.insertOne({ _id, tenantId, oid, favourites, questions, revision: 1 })
        return changed
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    }
    return { ok: false, reason: 'changed-meanwhile' }
  },
})
