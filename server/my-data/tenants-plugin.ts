import fp from 'fastify-plugin'
import type { Collection } from '../database/collection.ts'
import type { Collections } from '../plugins/context.ts'
import { unopened } from '../sealing/sealed-collection.ts'

type OfTenant = Collection<{ _id: string; tenantId: string }>

/** Every tenant of which something is kept that people made. */
export async function tenantsKept(collections: Collections): Promise<Set<string>> {
  const { pairs, people, templates, tokenCaches, mailboxes, tenantKeys, dataKeys, audit } = collections
  const kept = new Set<string>()
  for (const one of [pairs, people, templates, tokenCaches, mailboxes, tenantKeys, dataKeys, audit]) {
    const collection = one as unknown as OfTenant
    const after = (tenantId: string) =>
      collection.findOne({ tenantId: { $gt: tenantId } }, { sort: { tenantId: 1 }, projection: unopened })
    for (let next = await after(''); next; next = await after(next.tenantId)) kept.add(next.tenantId)
  }
  return kept
}

/** Says at the start of which tenants something lies here that nobody looks after: neither deletion nor retention comes. */
export const warnOfUnlisted = fp(
  async (app) => {
    const { tenantIds } = app.settings.app
    app.addHook('onReady', async () => {
      for (const tenantId of await tenantsKept(app.collections))
        if (!tenantIds.includes(tenantId))
          app.log.warn(
            { tenantId },
            'data of a tenant that is not in TENANT_IDS: list it, or npm run offboard',
          )
    })
  },
  { name: 'warn-of-unlisted', dependencies: ['context'] },
)
