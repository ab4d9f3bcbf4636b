import { createHmac, hkdfSync } from 'node:crypto'
import { KeysUnavailable, type Opened, type Owner, type Sealing } from '../sealing/sealing.ts'
import type { DataKeys } from './data-keys.ts'
import { seal, unseal } from './seal.ts'

/** The version of the data key, then the text; base64 has no dots. */
const form = /^k(\d+)\.(.+)$/s

const contextOf = ({ tenantId, of, id }: Owner, place: string) => JSON.stringify([tenantId, of, id, place])

/** Seals texts with their tenant's data key, bound to their owner, and says with which. */
export function tenantSealing(keys: DataKeys): Sealing {
  const hashKeys = new Map<string, Buffer>()

  /** Out of the first data key: what was hashed is found for as long as that is there. */
  async function hashKey(tenantId: string): Promise<Buffer> {
    const known = hashKeys.get(tenantId)
    if (known) return known
    await keys.current(tenantId)
    const first = await keys.open(tenantId, 1)
    if (!first) throw new KeysUnavailable('hash')
    const key = Buffer.from(hkdfSync('sha256', first, '', 'groei hashes', 32))
    hashKeys.set(tenantId, key)
    return key
  }

  return {
    async seal(owner, place, text) {
      const { version, key } = await keys.current(owner.tenantId)
      return { sealed: `k${version}.${seal(key, text, contextOf(owner, place))}`, keyVersion: version }
    },
    async open(owner, place, sealed): Promise<Opened> {
      const [, version, text] = form.exec(sealed) ?? []
      if (!version || !text) return { ok: false, reason: 'unreadable' }
      try {
        const key = await keys.open(owner.tenantId, Number(version))
        return key ? opened(key, contextOf(owner, place), text) : { ok: false, reason: 'unreadable' }
      } catch (error) {
        if (error instanceof KeysUnavailable) return { ok: false, reason: 'keys-unavailable' }
        throw error
      }
    },
    async hash(tenantId, purpose, value) {
      return createHmac('sha256', await hashKey(tenantId))
        .update(JSON.stringify([purpose, value]))
        .digest('base64url')
    },
    // The one key of the tenant goes with the tenant.
    forget: async () => undefined,
  }
}

function opened(key: Buffer, place: string, sealed: string): Opened {
  try {
    return { ok: true, text: unseal(key, sealed, place) }
  } catch {
    // Another key, or a text that was changed.
    return { ok: false, reason: 'unreadable' }
  }
}
