import { createHash, createSecretKey, type KeyObject } from 'node:crypto'
import { seal, unseal } from './seal.ts'

/** A key as it lies in the database, and which key opens it. */
export type Wrapped = { by: string; bytes: string }

/** A key that wraps others: a master key wraps those of tenants, and a tenant's those of its pairs and people. */
export type KeyWrapping = {
  /** The `by` of a key that is wrapped now. @throws KeysUnavailable */
  current(): Promise<string>
  /** @param context the owner of the key: in another's place it does not open; @throws KeysUnavailable */
  wrap(key: Buffer, context: string): Promise<Wrapped>
  /**
   * @returns null when another key wrapped it, or it was wrapped for something else
   * @throws KeysUnavailable when it cannot be asked now
   */
  unwrap(wrapped: Wrapped, context: string): Promise<Buffer | null>
}

/** A key that we have in memory. */
export function keyWrapping(by: string, key: KeyObject): KeyWrapping {
  return {
    current: async () => by,
    wrap: async (other, context) => ({ by, bytes: seal(key, other.toString('base64'), `${by} ${context}`) }),
    async unwrap(wrapped, context) {
      if (wrapped.by !== by) return null
      try {
        return Buffer.from(unseal(key, wrapped.bytes, `${by} ${context}`), 'base64')
      } catch {
        return null
      }
    },
  }
}

/** A master key that we have ourselves, out of the configuration or a file. */
export function ownKeyWrapping(master: Buffer): KeyWrapping {
  // A few bytes of a hash tell keys apart and say nothing of them.
  const hash = createHash('sha256').update('groei master key').update(master).digest('hex')
  return keyWrapping(`key:${hash.slice(0, 16)}`, createSecretKey(master))
}

/** The first wraps; what an earlier one wrapped is opened by that one, so that a master key can be replaced. */
export function wrappingOf([first, ...earlier]: [KeyWrapping, ...KeyWrapping[]]): KeyWrapping {
  return {
    current: () => first.current(),
    wrap: (key, context) => first.wrap(key, context),
    async unwrap(wrapped, context) {
      for (const one of [first, ...earlier]) {
        const key = await one.unwrap(wrapped, context)
        if (key) return key
      }
      return null
    },
  }
}
