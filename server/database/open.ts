import type { Database } from './collection.ts'
import { openEmbedded } from './embedded.ts'
import { openMongo } from './mongo.ts'

/** The engine that the configuration names. */
export const openDatabase = (config: { uri: string | undefined; dir: string }): Promise<Database> =>
  config.uri ? openMongo(config.uri) : openEmbedded(config.dir)
