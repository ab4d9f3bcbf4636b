import { buildApp } from '../../server/app.ts'
import { ConfigError, readConfig } from '../../server/config.ts'
import { DatabaseOpenError } from '../../server/database/errors.ts'
import type { Migration } from '../../server/database/migration.ts'
import { openDatabase } from '../../server/database/open.ts'
import { run } from '../../server/run.ts'
import { MasterKeyMissing } from '../../server/secrets/master-key.ts'
import { serve } from '../../server/serve.ts'
import { movableClock, nowOf } from './clock.ts'

/**
 * Runs the product as in production, in the sandbox's time, in this process, which ends with the one that started it.
 * @param migrations those of another version of the product; unset: its own
 */
export const runProduct = (migrations?: Migration[]): Promise<void> =>
  run(async () => {
    const config = readConfig(process.env)
    const clock = movableClock(nowOf(process.env['SANDBOX_DIR'] ?? ''))
    const ports = { clock, newId: () => crypto.randomUUID() }
    const app = await buildApp(config, ports, openDatabase, migrations)
    const served = await serve(app, config)
    process.on('message', clock.moved)
    const leave = () => void app.close().then(() => process.exit(0))
    process.once('disconnect', leave)
    // Whoever started it may have ended while it started.
    if (process.connected) process.send?.('ready')
    else leave()
    return served
  }, [ConfigError, DatabaseOpenError, MasterKeyMissing])
