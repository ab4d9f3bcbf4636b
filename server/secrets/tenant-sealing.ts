import { KeysUnavailable, type Opened, type Sealing } from '../sealing/sealed-field.ts'
import type { DataKeys } from './data-keys.ts'
import { seal, unseal } from './seal.ts'

/** The version of the data key, then the text; base64 has no dots. */
const form = /^k(\d+)\.(.+)$/s

/** Seals texts with their tenant's data key, and says with which. */
export function tenantSealing(keys: DataKeys): Sealing {
  return {
    async seal(tenantId, place, text) {
      const { version, key } = await keys.current(tenantId)
      return { sealed: `k${version}.${seal(key, text, place)}`, keyVersion: version }
    },
    async open(tenantId, place, sealed): Promise<Opened> {
      const [, version, text] = form.exec(sealed) ?? []
      if (!version || !text) return { ok: false, reason: 'unreadable' }
      try {
        const key = await keys.open(tenantId, Number(version))
        return key ? opened(key, place, text) : { ok: false, reason: 'unreadable' }
      } catch (error) {
        if (error instanceof KeysUnavailable) return { ok: false, reason: 'keys-unavailable' }
        throw error
      }
    },
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
