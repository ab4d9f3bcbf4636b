import type { ConversationDocument } from '../../server/conversation/collection.ts'
import { conversationSpec, withoutNotes } from '../../server/conversation/collection.ts'
import { migration, newestOf } from '../../server/database/migration.ts'
import { migrations } from '../../server/migrations.ts'

/** After so many documents the process is killed, where a test asks for that. */
const diesAfter = Number(process.env['DIES_AFTER'] ?? Infinity)
let looked = 0

/** One change more than this version knows. */
const proposed = migration<ConversationDocument>(conversationSpec, {
  version: newestOf(migrations) + 1,
  name: 'a conversation says that no question was proposed',
  readableFrom: 0,
  projection: withoutNotes,
  changes({ shown }) {
    if (shown) return null
    looked += 1
    if (looked > diesAfter) process.kill(process.pid, 'SIGKILL')
    return { shown: [] }
  },
})

/** The migrations of the version of the product after this one. */
export const nextMigrations = [...migrations, proposed]
