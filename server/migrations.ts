import { newestOf, type Migration } from './database/migration.ts'
import { everyInvite } from './publication/every-invite.ts'

/** Every change in the shape of stored documents, in order (docs/databases.md, Schema versions). */
export const migrations: Migration[] = [everyInvite]

/** The newest schema version that this code knows. */
export const known = newestOf(migrations)
