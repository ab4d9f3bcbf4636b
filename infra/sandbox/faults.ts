import type { Fault, Store } from './store.ts'

/** The fault that a call runs into, if one was asked for; each counts down. */
export function faultFor(store: Store, service: Fault['service'], method: string, url: string): Fault | null {
  const found = store.faults.find(
    (one) =>
      one.service === service &&
      (!one.method || one.method === method) &&
      (!one.path || url.includes(one.path)) &&
      (one.times === undefined || one.times > 0),
  )
  if (found?.times !== undefined) found.times -= 1
  return found ?? null
}
