import type { TipId, Tips } from '../../../server/contract/guide.ts'
import type { Api } from '../../lib/api.ts'

/** Asked once for each person who is signed in here; what they see after that is added. */
const asked = new WeakMap<Api, Promise<Set<TipId>>>()

/**
 * Is it time for this tip? Then it is remembered as seen, on every device.
 * @returns false as well when it cannot be told: a tip too few bothers nobody
 */
export async function firstTime(api: Api, tip: TipId): Promise<boolean> {
  const known = asked.get(api) ?? api<Tips>('GET', '/api/tips').then(({ seen }) => new Set(seen))
  asked.set(api, known)
  try {
    const seen = await known
    if (seen.has(tip)) return false
    seen.add(tip)
    await api<Tips>('PUT', `/api/tips/${tip}`)
    return true
  } catch {
    asked.delete(api)
    return false
  }
}
