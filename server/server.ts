import './node-version.js'
import { buildApp } from './app.ts'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, readConfig } from './config.ts'
import { DatabaseOpenError } from './database/errors.ts'
import { systemClock } from './plugins/clock.ts'
import { run } from './run.ts'
import { MasterKeyMissing } from './secrets/master-key.ts'
import { serve } from './serve.ts'

await run(async () => {
  const config = readConfig(withSecretFiles(process.env))
  const app = await buildApp(config, { clock: systemClock, newId: () => crypto.randomUUID() })
  return serve(app, config)
}, [ConfigError, DatabaseOpenError, MasterKeyMissing])
