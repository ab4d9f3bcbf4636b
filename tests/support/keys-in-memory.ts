import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { KeysUnavailable, type Owner, type Sealing } from '../../server/sealing/sealing.ts'

/** A key for each owner, in memory. */
export function keysInMemory() {
  const keys = new Map<string, Buffer>()
  const state = { version: 1, away: false }
  const nameOf = ({ tenantId, of, id }: Owner, version: number) => `${tenantId} ${of} ${id} ${version}`
  const ready = () => {
    if (state.away) throw new KeysUnavailable('away')
  }
  const sealing: Sealing = {
    async seal(owner, place, text) {
      ready()
      const name = nameOf(owner, state.version)
      keys.set(name, keys.get(name) ?? randomBytes(32))
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keys.get(name)!, nonce).setAAD(Buffer.from(place))
      const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const sealed = [nonce, cipher.getAuthTag(), bytes].map((one) => one.toString('base64')).join('.')
      return { sealed: `${state.version}.${sealed}`, keyVersion: state.version }
    },
    async open(owner, place, sealed) {
      if (state.away) return { ok: false, reason: 'keys-unavailable' }
      const [version, ...parts] = sealed.split('.')
      const [nonce, tag, bytes] = parts.map((one) => Buffer.from(one, 'base64'))
      try {
        const cipher = createDecipheriv('aes-256-gcm', keys.get(nameOf(owner, Number(version)))!, nonce!)
        cipher.setAAD(Buffer.from(place)).setAuthTag(tag!)
        return { ok: true, text: Buffer.concat([cipher.update(bytes!), cipher.final()]).toString('utf8') }
      } catch {
        return { ok: false, reason: 'unreadable' }
      }
    },
    async hash(tenantId, purpose, value) {
      ready()
      return createHmac('sha256', tenantId).update(`${purpose} ${value}`).digest('hex')
    },
    forget: async () => undefined,
  }
  return { sealing, keys, state }
}
