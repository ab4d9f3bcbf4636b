import fp from 'fastify-plugin'
import type { Collection, Document } from './database/collection.ts'
import type { Migration } from './database/migration.ts'
import type { Schemas } from './database/schema.ts'
import { migrator } from './queue/migrator.ts'
import { workLoop } from './queue/work-loop.ts'

/** How often a server says that it runs, and what it knows; milliseconds. */
const saidEvery = 60_000

type Parts = { schemas: Schemas; migrations: Migration[]; stored: (name: string) => Collection<Document> }

/** Brings the database to the newest schema beside everything else: neither the start nor `/readyz` waits for it. */
export const migrating = fp<Parts>(
  async (app, { schemas, migrations, stored }) => {
    const step = migrator({
      migrations,
      schemas,
      stored,
      now: app.now,
      newId: app.newId,
      log: (what, words) => app.log.info(what, words),
    })
    workLoop(app, 'migration', step)
    const stop = app.clock.every(saidEvery, () => {
      schemas.here.say().catch((error: unknown) => app.log.warn({ err: error }, 'not said that it runs'))
    })
    // At the very end: what it writes until then may have the shape of before.
    app.addHook('onClose', async () => {
      stop()
      await schemas.here.end().catch(() => undefined)
    })
  },
  { name: 'migrating', dependencies: ['context'] },
)
