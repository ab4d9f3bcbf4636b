import type { FastifyInstance } from 'fastify'
import { movableClock } from '../../infra/local/clock.ts'
import type { Runner } from '../../infra/local/launch.ts'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { Database } from '../../server/database/collection.ts'
import type { Migration } from '../../server/database/migration.ts'
import { openDatabase } from '../../server/database/open.ts'
import { serve } from '../../server/serve.ts'

/**
 * Runs the product's servers in the process of the test, as production builds them: quick to start, but not to be
 * killed. All share one database: the embedded engine's file is one process's alone.
 * @param over what the servers get instead of the database
 * @param migrationsOf those of the version of the product that runs at this port; unset: its own
 */
export function inProcess(
  over: (database: Database) => Database,
  migrationsOf: (port: number) => Migration[] | undefined = () => undefined,
) {
  const apps = new Map<number, FastifyInstance>()
  let opened: Database | null = null
  const run: Runner = async (settings, { now }) => {
    const config = readConfig(settings)
    const database = (opened ??= over(await openDatabase(config.database)))
    const clock = movableClock(now)
    const shared = { ...database, close: async () => undefined }
    const ports = { clock, newId: () => crypto.randomUUID() }
    const app = await buildApp(config, ports, async () => shared, migrationsOf(config.port))
    const served = await serve(app, config)
    apps.set(config.port, app)
    return {
      clockMoved: clock.moved,
      async end(signal) {
        if (signal === 'SIGKILL') throw new Error('To be killed the product needs a process of its own.')
        await served.close()
        apps.delete(config.port)
        if (apps.size > 0) return
        opened = null
        await database.close()
      },
    }
  }
  return {
    run,
    /** By their ports. */
    apps,
    database(): Database {
      if (!opened) throw new Error('The product does not run in this process.')
      return opened
    },
  }
}
