import type { Fault, SetFault } from './model.ts'
import type { Store } from './store.ts'

/** The fault that a call runs into, if one was asked for. */
export function faultFor(
  store: Store,
  service: Fault['service'],
  method: string,
  url: string,
): SetFault | null {
  const found = store.faults.find(
    (one) =>
      one.service === service &&
      (!one.method || one.method === method) &&
      (!one.path || url.includes(one.path) || decodeURIComponent(url).includes(one.path)) &&
      (one.times === undefined || one.hits < one.times),
  )
  return found ?? null
}

/** Counts it, at the moment that it strikes. */
export function strike(fault: SetFault): SetFault {
  fault.hits += 1
  return fault
}
