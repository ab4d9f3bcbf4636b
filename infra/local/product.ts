import { buildApp } from '../../server/app.ts'
import { ConfigError, readConfig } from '../../server/config.ts'
import { DatabaseOpenError } from '../../server/database/errors.ts'
import { run } from '../../server/run.ts'
import { serve } from '../../server/serve.ts'
import { movableClock, nowOf } from './clock.ts'

/**
 * The product as in production, in the sandbox's time. A process of its own, so that it can be killed while
 * the tenant lives on; it ends with the one that started it.
 */
await run(async () => {
  const config = readConfig(process.env)
  const clock = movableClock(nowOf(process.env['SANDBOX_DIR'] ?? ''))
  const app = await buildApp(config, { clock, newId: () => crypto.randomUUID() })
  const served = await serve(app, config)
  process.on('message', clock.moved)
  process.once('disconnect', () => void app.close().then(() => process.exit(0)))
  process.send?.('ready')
  return served
}, [ConfigError, DatabaseOpenError])
