import { MongoClient } from 'mongodb'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forked } from '../../infra/local/forked.ts'
import { playHistory } from '../../infra/local/history.ts'
import { launch, type Launched, type Runner, type Settings } from '../../infra/local/launch.ts'
import type { Seed } from '../../infra/sandbox/start.ts'
import { livePath } from '../../server/contract/live.ts'
import type { Database } from '../../server/database/collection.ts'
import { openDatabase } from '../../server/database/open.ts'
import { apiOf } from './api.ts'
import { ownDatabase } from './database-uri.ts'
import { inProcess } from './in-process.ts'
import { notesOf } from './notes.ts'
import { opened, openedWith } from './opened-database.ts'
import { conversationsOf } from './conversations.ts'
import { signingKey } from './signing-key.ts'

export type Tenant = Awaited<ReturnType<typeof startTenant>>

export type TenantOptions = {
  /** Gives a new tenant a past, or more, as its people would. */
  play?: (url: string) => Promise<void>
  /** Sanne and Milan held last week's conversation. */
  history?: boolean
  logLevel?: string
  seed?: Seed
  /** Takes the bot's messages from anybody. */
  dangerouslyOpenBot?: boolean
  /** Environment variables of the product over the usual ones, by the sandbox's address. */
  settings?: (sandboxUrl: string) => Settings
  /** A MongoDB database; unset: one of its own where the environment names a server, else the embedded engine. */
  mongodbUri?: string
  /** So many servers on one database; in one process the embedded engine serves all of them. */
  servers?: number
  /** What the servers get instead of the database; in this process only. */
  over?: (database: Database) => Database
  /** The product can be killed; else it runs in this process, which takes a fifth of the time. */
  ownProcess?: boolean
  /** Starts the product in another way than the sandbox does. */
  run?: Runner
  /** Told all that the product writes to its output; in a process of its own only. */
  onOutput?: (text: string) => void
}

/** The product in its own sandbox tenant, as `npm start` runs it, and hands to work it with over HTTP. */
export async function startTenant(options: TenantOptions = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'groei-tenant-'))
  const uri = options.mongodbUri ?? ownDatabase()
  const here = inProcess(options.over ?? ((database) => database))
  const own = options.ownProcess || options.onOutput !== undefined || options.run !== undefined
  const launched: Launched = await launch({
    port: 0,
    dataDir,
    isTenantInMemory: !own,
    signingKey: signingKey(),
    run: options.run ?? (own ? forked(options.onOutput) : here.run),
    play: options.play ?? (options.history ? playHistory : undefined),
    logLevel: options.logLevel ?? 'error',
    dangerouslyOpenBot: options.dangerouslyOpenBot ?? false,
    servers: options.servers ?? 1,
    ...(options.settings ? { settings: options.settings } : {}),
    ...(options.seed ? { seed: options.seed } : {}),
    // Without a server named, the embedded engine: each tenant has its own data either way.
    ...(uri ? { mongodbUri: uri } : {}),
  })
  const api = apiOf(launched)

  /** Everything that the product keeps, as it lies in its files or on its server: for what must not be readable. */
  async function stored(): Promise<string> {
    if (!uri) {
      const folder = join(dataDir, 'product')
      return readdirSync(folder)
        .filter((name) => /^(groei|keys)\.db/.test(name))
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('')
    }
    const client = await MongoClient.connect(uri)
    const collections = await client.db().listCollections().toArray()
    const all = await Promise.all(
      collections.map(({ name }) => client.db().collection(name).find().toArray()),
    )
    await client.close()
    return JSON.stringify(all)
  }

  /** Does something in the product's database while the product is not running, and starts it again. */
  async function whileStopped<T>(work: (database: Database) => Promise<T>, settings?: Settings): Promise<T> {
    await launched.stop()
    const database = await openDatabase({ uri, dir: join(dataDir, 'product') })
    const done = await work(opened(database, launched.settings))
    await database.close()
    await launched.startProduct(settings)
    return done
  }

  function tenantApp(at = 0) {
    const app = here.apps.get(launched.productPorts[at] ?? 0)
    if (!app) throw new Error('No such server runs in this process.')
    return app
  }

  return {
    ...api,
    ...conversationsOf(api),
    ...notesOf(api, launched),
    url: launched.url,
    launched,
    /** One of the servers that run in this process. */
    app: tenantApp,
    /** The one that the servers in this process share, as their features have it. */
    database: () => openedWith(here.database(), async () => tenantApp().sealing),
    /** The same as it lies there. */
    rawDatabase: here.database,
    /** At the product's own port: a proxy answers ping and close itself, before the product has read what came first. */
    liveUrl: `ws://127.0.0.1:${launched.productPorts[0]}${livePath}`,
    stored,
    whileStopped,
    close: async () => {
      await launched.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
