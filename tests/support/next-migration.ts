import type { ConversationDocument } from '../../server/conversation/collection.ts'
import { conversationSpec, withoutNotes } from '../../server/conversation/collection.ts'
import { migration, newestOf } from '../../server/database/migration.ts'
import { migrations } from '../../server/migrations.ts'

/** One change more than this version knows; it takes its time, so that there is a middle in which to be killed. */
const proposed = migration<ConversationDocument>(conversationSpec, {
  version: newestOf(migrations) + 1,
  name: 'a conversation says that no question was proposed',
  readableFrom: 0,
  projection: withoutNotes,
  changes({ shown }) {
    if (shown) return null
    const until = performance.now() + 1
    while (performance.now() < until);
    return { shown: [] }
  },
})

/** The migrations of the version of the product after this one. */
export const nextMigrations = [...migrations, proposed]
