import { newKey } from '../../infra/sandbox/keys.ts'
import type { SigningKey } from '../../infra/sandbox/model.ts'

let key: SigningKey | undefined

/** One for all tenants of a worker: each signs for its own address, so none takes another's tokens. */
export const signingKey = (): SigningKey => (key ??= newKey(crypto.randomUUID()))
