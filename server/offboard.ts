import './node-version.js'
import { parseArgs } from 'node:util'
import { openCollections } from './collections.ts'
import { migrations, known } from './migrations.ts'
import { openSchema } from './database/schema.ts'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, readConfig } from './config.ts'
import { DatabaseOpenError } from './database/errors.ts'
import { inWords } from './database/mongo-opening.ts'
import { openDatabase } from './database/open.ts'
import { authorities } from './graph/authority.ts'
import { graphClient } from './graph/client.ts'
import { limiters } from './graph/limiter.ts'
import { subscriptionsOf } from './graph/subscriptions.ts'
import { graphTokens } from './graph/tokens.ts'
import { eraseTenant } from './my-data/erase-tenant-job.ts'
import { MasterKeyMissing } from './secrets/master-key.ts'
import { openSecrets } from './secrets/open.ts'

const usage = 'npm run offboard -- --tenant ID [--still-listed]'

class NotOffboarded extends Error {}

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `npm run offboard`: deletes all that Groei keeps of a tenant that is a customer no more, and says what it did. */
async function offboard(): Promise<void> {
  const { values } = parseArgs({
    options: { tenant: { type: 'string' }, 'still-listed': { type: 'boolean', default: false } },
  })
  const tenantId = values.tenant?.toLowerCase() ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenantId)) throw new NotOffboarded(usage)
  const config = readConfig(withSecretFiles(process.env))
  if (config.app.tenantIds.includes(tenantId) && !values['still-listed'])
    throw new NotOffboarded(
      `${tenantId} is in TENANT_IDS: its people can sign in. Take it out, restart every server, and ask again; ` +
        'or add --still-listed.',
    )
  const database = await openDatabase(config.database)
  try {
    const { here } = await openSchema(database, { id: crypto.randomUUID(), known }, () => new Date())
    const { collections, sealWith } = await openCollections(database, migrations)
    const { vault, sealing } = await openSecrets(config, collections, () => new Date())
    await sealWith(sealing, () => undefined)
    // For this once its tokens may be used: to say goodbye.
    const app = { ...config.app, tenantIds: [tenantId] }
    const tokens = graphTokens(app, authorities(config.cloud), vault)
    const limiterOf = limiters()
    const done = await eraseTenant(collections, tenantId, (person, id) =>
      subscriptionsOf(graphClient(config.cloud, tokens.absent(person), 0, limiterOf(person))).remove(id),
    )
    const { ended, left } = done.subscriptions
    say(`Tenant ${tenantId}`)
    say(`  subscriptions at Microsoft: ${ended} ended, ${left} left to end by themselves within a week`)
    for (const [name, count] of Object.entries(done.deleted)) say(`  ${name}: ${count} deleted`)
    say('Nothing of it is left in the database. Sections stay in the invites; backups are yours to delete.')
    await here.end()
  } finally {
    // Empties the write-ahead log: what was deleted does not stay in a file.
    await database.close()
  }
}

offboard().catch((thrown: unknown) => {
  const error = inWords(thrown)
  const isTold = [NotOffboarded, ConfigError, DatabaseOpenError, MasterKeyMissing].some(
    (kind) => error instanceof kind,
  )
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  const text = error instanceof Error ? (isTold ? error.message : error.stack) : String(error)
  process.stderr.write(`${isUsage ? usage : text}\n`)
  process.exitCode = 1
})
