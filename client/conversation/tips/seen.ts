import { getTips, putTip, type TipId } from '../../../server/contract/guide.ts'
import type { Api } from '../../lib/api.ts'

/** Asked once for each person who is signed in here; what they see after that is added. */
const asked = new WeakMap<Api, Promise<Set<TipId>>>()

/** The tips and notices that this person has seen, on whatever device. @throws as the API does; it may be asked again */
export function seenTips(api: Api): Promise<ReadonlySet<TipId>> {
  const known = asked.get(api) ?? api(getTips).then(({ seen }) => new Set(seen))
  asked.set(api, known)
  known.catch(() => asked.delete(api))
  return known
}

/** This person has seen it, which is remembered for all their devices. */
export async function remember(api: Api, tip: TipId): Promise<void> {
  const seen = await asked.get(api)?.catch(() => undefined)
  if (seen?.has(tip)) return
  seen?.add(tip)
  // Not stored, it is only seen once more.
  await api(putTip, { params: { tip } }).catch(() => undefined)
}
