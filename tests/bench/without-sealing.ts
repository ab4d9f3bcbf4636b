import { registerHooks } from 'node:module'

/** Preloaded by a process of the bench: there texts are kept as they are, by everything else of the product. */
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const isSealing = found.url.endsWith('/server/secrets/owner-sealing.ts')
    return isSealing ? { ...found, url: new URL('sealing-through.ts', import.meta.url).href } : found
  },
})
