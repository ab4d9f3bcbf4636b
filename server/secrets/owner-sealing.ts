import { createHmac, type KeyObject } from 'node:crypto'
import { KeysUnavailable, type Opened, type Owner, type Sealing } from '../sealing/sealing.ts'
import { organisationRings, ringOwner, type Keys } from './keys.ts'
import { seal, unseal } from './seal.ts'

/**
 * The kind of key, its version, then the text; base64 has no dots. `d`: the data key of the owner; `k`: that of the tenant,
 * from before owners had one.
 */
const form = /^([dk])(\d+)\.(.+)$/s

const contextOf = ({ tenantId, of, id }: Owner, place: string) => JSON.stringify([tenantId, of, id, place])

/** Seals texts with their owner's data key, and says with which. */
export const ownerSealing = (keys: Keys, forgotten: (ring: string) => void): Sealing => ({
  async seal(owner, place, text, before) {
    const least = await keys.generation(owner.tenantId)
    const begins = form.exec(before ?? '')?.[1] !== 'd'
    const { version, key } = await keys.owners[owner.of].current(ringOwner(owner), least, begins)
    return { sealed: `d${version}.${seal(key, text, contextOf(owner, place))}`, keyVersion: version }
  },

  async open(owner, place, sealed): Promise<Opened> {
    const [, kind, version, text] = form.exec(sealed) ?? []
    if (!kind || !version || !text) return { ok: false, reason: 'unreadable' }
    const isLegacy = kind === 'k'
    try {
      const key = isLegacy
        ? await keys.legacy.open(owner.tenantId, Number(version))
        : await keys.owners[owner.of].key(ringOwner(owner)._id, Number(version))
      if (key) return opened(key, isLegacy ? place : contextOf(owner, place), text)
      // Where nothing of the tenant opens the right master key may come back; one key that is gone does not.
      return { ok: false, reason: (await keys.isOpen(owner.tenantId)) ? 'unreadable' : 'keys-unavailable' }
    } catch (error) {
      if (error instanceof KeysUnavailable) return { ok: false, reason: 'keys-unavailable' }
      throw error
    }
  },

  async hash(tenantId, purpose, value) {
    await keys.generation(tenantId)
    const { key } = await keys.owners.tenant.current(organisationRings(tenantId).hashes)
    return createHmac('sha256', key)
      .update(JSON.stringify([purpose, value]))
      .digest('base64url')
  },

  async forget(owner) {
    const { _id } = ringOwner(owner)
    await keys.owners[owner.of].forget(_id)
    forgotten(_id)
  },
})

function opened(key: KeyObject, context: string, sealed: string): Opened {
  try {
    return { ok: true, text: unseal(key, sealed, context) }
  } catch {
    // Another key, or a text that was changed.
    return { ok: false, reason: 'unreadable' }
  }
}
