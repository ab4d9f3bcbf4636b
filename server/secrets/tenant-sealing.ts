import { hkdfSync } from 'node:crypto'
import { KeysUnavailable, type Opened, type Sealing } from '../plugins/sealing.ts'
import type { DataKeys } from './data-keys.ts'
import { seal, unseal } from './seal.ts'

/** The version of the data key, then the text; base64 has no dots. */
const form = /^k(\d+)\.(.+)$/s

/**
 * Seals texts with their tenant's data key, and says with which. What an earlier version of Groei sealed has no
 * such mark: its keys were derived from the master key, one for each tenant and purpose.
 */
export function tenantSealing(keys: DataKeys, masters: Buffer[]): Sealing {
  return {
    async seal(tenantId, place, text) {
      const { version, key } = await keys.current(tenantId)
      return { sealed: `k${version}.${seal(key, text, place)}`, keyVersion: version }
    },
    async open(tenantId, place, sealed): Promise<Opened> {
      const [, version, text] = form.exec(sealed) ?? []
      if (!version || !text) return openDerived(masters, tenantId, place, sealed)
      try {
        const key = await keys.open(tenantId, Number(version))
        return opened(key ? [key] : [], place, text)
      } catch (error) {
        if (error instanceof KeysUnavailable) return { ok: false, reason: 'keys-unavailable' }
        throw error
      }
    },
  }
}

/** The first key that opens it; AES-GCM knows its own. */
function opened(keys: Buffer[], place: string, sealed: string): Opened {
  for (const key of keys) {
    try {
      return { ok: true, text: unseal(key, sealed, place) }
    } catch {
      // Another key, or a text that was changed.
    }
  }
  return { ok: false, reason: 'unreadable' }
}

const purposes = ['groei preparation', 'groei token cache']

function openDerived(masters: Buffer[], tenantId: string, place: string, sealed: string): Opened {
  const keys = masters.flatMap((master) =>
    purposes.map((purpose) => Buffer.from(hkdfSync('sha256', master, tenantId, purpose, 32))),
  )
  return opened(keys, place, sealed)
}
