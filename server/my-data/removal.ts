import type { Filter } from 'mongodb'
import { auditSpec } from '../audit/collection.ts'
import { balanceSpec } from '../balance/collection.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import type { Role } from '../contract/pair.ts'
import { conversationSpec } from '../conversation/collection.ts'
import type { CollectionSpec, Database, Document } from '../database/collection.ts'
import { privateNoteSpec } from '../private-note/collection.ts'
import { reminderSpec } from '../reminder/collection.ts'
import { reviewSpec } from '../review/collection.ts'
import { scaleSpec } from '../scale/collection.ts'

type OfPair = Document & { pairId: string }
type Whose = { pairId: string; oid: string; role: Role }
/** Removes some of what fits. @returns how many; 0 when there are none left */
type Remove = (filter: { pairId: string; oid?: string; role?: Role }) => Promise<number>

/** So many documents go in one step: a server can be killed between any two. */
const batch = 25

async function removal<T extends OfPair>(database: Database, spec: CollectionSpec<T>): Promise<Remove> {
  const collection = await database.collection(spec)
  return async (filter) => {
    const some = await collection
      .find(filter as Filter<T>, { limit: batch, projection: { notes: 0 } })
      .toArray()
    for (const { _id } of some) await collection.deleteMany({ _id } as Filter<T>)
    return some.length
  }
}

/** Everything that is kept of a pair, besides the pair itself. A feature that keeps more of it adds a line. */
export async function removals(database: Database) {
  const privateNotes = await removal(database, privateNoteSpec)
  const reminders = await removal(database, reminderSpec)
  const balances = await removal(database, balanceSpec)
  return {
    /** What is one person's alone. */
    own: [
      ({ pairId, oid }: Whose) => privateNotes({ pairId, oid }),
      ({ pairId, oid }: Whose) => reminders({ pairId, oid }),
      ({ pairId, role }: Whose) => balances({ pairId, role }),
    ],
    all: [
      privateNotes,
      reminders,
      balances,
      await removal(database, scaleSpec),
      await removal(database, reviewSpec),
      await removal(database, commitmentSpec),
      await removal(database, conversationSpec),
      await removal(database, auditSpec),
    ],
  }
}
