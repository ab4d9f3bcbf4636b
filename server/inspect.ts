import './node-version.js'
import { CommandRefused, counted, runCommand } from './command.ts'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, whereData } from './config.ts'
import { contentsOf } from './database/contents.ts'
import { DatabaseOpenError } from './database/errors.ts'
import { refuseNewerSchema } from './database/schema.ts'
import { known } from './migrations.ts'
import { tenantKeySpec, type KeyRing } from './secrets/collection.ts'
import { closedTenantKeys } from './secrets/key-ring.ts'
import { ownKeyWrapping, wrappingOf } from './secrets/key-wrapping.ts'
import { masterKeys } from './secrets/master-key.ts'

/**
 * `npm run inspect`: what a database holds, and whether the master key opens it. It starts no server, so a restored copy
 * sends nobody a reminder and writes into no invite; and it writes nothing.
 */
await runCommand('npm run inspect', {}, [ConfigError, DatabaseOpenError], async (_given, say) => {
  const env = withSecretFiles(process.env)
  const where = whereData(env)
  const { name, schema, counts, listed } = await contentsOf(where, tenantKeySpec.name)
  say(`${name}: schema ${schema.version}, this code knows ${known}`)
  for (const [collection, count] of counts) say(`  ${collection}: ${counted(count, 'document')}`)
  refuseNewerSchema(schema, known, name)
  const rings = listed as KeyRing[]
  if (env['KEY_VAULT_KEY'])
    return say(`Tenants: ${rings.length}. Their keys are wrapped by Key Vault, which is not asked here.`)
  const previous = env['MASTER_KEY_PREVIOUS']?.split(',') ?? []
  const own = await masterKeys({ given: env['MASTER_KEY'], file: where.keyFile, previous }, 'elsewhere')
  const [first, ...earlier] = own.map(ownKeyWrapping)
  if (!first) throw new CommandRefused('There is no master key here: put it into MASTER_KEY_FILE.')
  const { all, closed } = await closedTenantKeys(rings, wrappingOf([first, ...earlier]))
  if (closed > 0)
    throw new CommandRefused(
      `${closed} of ${counted(all, 'tenant key')} stay closed: this is not the master key of that time. Put that one ` +
        'into MASTER_KEY_FILE or MASTER_KEY_PREVIOUS.',
    )
  say(`The master key opens all of ${counted(all, 'tenant key')}.`)
})
