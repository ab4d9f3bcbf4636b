import { hkdfSync } from 'node:crypto'
import type { Sealing } from '../plugins/context.ts'
import { seal, unseal } from './seal.ts'

/**
 * Seals texts with keys derived from the master key: one for each tenant and purpose, so that what leaks of one
 * opens nothing of another.
 */
export function tenantSealing(master: Buffer, purpose: string): Sealing {
  const keyOf = (tenantId: string) => Buffer.from(hkdfSync('sha256', master, tenantId, purpose, 32))
  return {
    seal: (tenantId, place, text) => seal(keyOf(tenantId), text, place),
    unseal: (tenantId, place, sealed) => unseal(keyOf(tenantId), sealed, place),
  }
}
