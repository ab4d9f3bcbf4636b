import { personId, type PersonKey } from '../contract/person-key.ts'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import type { SavedQuestionsDocument } from './collection.ts'
import type { Changed, SavedQuestions } from './rules.ts'

/** A person has two or three devices: somebody who loses this often is no person. */
const tries = 5

export const questionMutations = (savedQuestions: Collection<SavedQuestionsDocument>) => ({
  /** Changes what a person saved by a rule, again on what another device made of it in the meantime. */
  async change({ tenantId, oid }: PersonKey, rule: (saved: SavedQuestions) => Changed): Promise<Changed> {
    const _id = personId({ tenantId, oid })
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const before = await savedQuestions.findOne({ _id })
      const changed = rule({ favourites: before?.favourites ?? [], questions: before?.questions ?? [] })
      if (!changed.ok) return changed
      const { favourites, questions } = changed.saved
      if (before) {
        const { matchedCount } = await savedQuestions.updateOne(
          { _id, revision: before.revision },
          { $set: { favourites, questions }, $inc: { revision: 1 } },
        )
        if (matchedCount === 1) return changed
        continue
      }
      const made = { _id, tenantId, oid, favourites, questions, revision: 1 }
      if (await isInserted(savedQuestions.insertOne(made))) return changed
    }
    return { ok: false, reason: 'changed-meanwhile' }
  },
})
