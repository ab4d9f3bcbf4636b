import { runProduct } from './run-product.ts'

/** The product in a process of its own, so that it can be killed while the tenant lives on. */
await runProduct()
