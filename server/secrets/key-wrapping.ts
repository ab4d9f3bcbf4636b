import { createHash } from 'node:crypto'
import { seal, unseal } from './seal.ts'

/** A data key as it lies in the database, and which master key opens it. */
export type Wrapped = { by: string; bytes: string }

/** A master key: it wraps data keys, and is never where they are. */
export type KeyWrapping = {
  /** What `by` says of a key that is wrapped now. @throws KeysUnavailable */
  current(): Promise<string>
  /** @throws KeysUnavailable */
  wrap(key: Buffer): Promise<Wrapped>
  /** @returns null when another master key wrapped it; @throws KeysUnavailable when it cannot be asked now */
  unwrap(wrapped: Wrapped): Promise<Buffer | null>
}

/** A master key that we have ourselves, out of the configuration or a file. */
export function ownKeyWrapping(master: Buffer): KeyWrapping {
  // A few bytes of a hash tell keys apart and say nothing of them.
  const by = `key:${createHash('sha256').update('groei master key').update(master).digest('hex').slice(0, 16)}`
  return {
    current: async () => by,
    wrap: async (key) => ({ by, bytes: seal(master, key.toString('base64'), by) }),
    unwrap: async (wrapped) =>
      wrapped.by === by ? Buffer.from(unseal(master, wrapped.bytes, by), 'base64') : null,
  }
}

/** The first wraps; what an earlier one wrapped is opened by that one, so that a master key can be replaced. */
export function wrappingOf([first, ...earlier]: [KeyWrapping, ...KeyWrapping[]]): KeyWrapping {
  return {
    current: () => first.current(),
    wrap: (key) => first.wrap(key),
    async unwrap(wrapped) {
      for (const one of [first, ...earlier]) {
        const key = await one.unwrap(wrapped)
        if (key) return key
      }
      return null
    },
  }
}
