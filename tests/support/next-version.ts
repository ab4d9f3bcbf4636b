import { runProduct } from '../../infra/local/run-product.ts'
import { nextMigrations } from './next-migration.ts'

/** The product as the version after this one. */
await runProduct(nextMigrations)
