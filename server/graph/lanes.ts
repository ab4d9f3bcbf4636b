import pLimit, { type LimitFunction } from 'p-limit'

/** Outlook serves so many requests at once of one app to one mailbox (platform facts, limits). */
const width = 4

export type Lane = LimitFunction

/** One lane a mailbox, in which at most so many calls go on at once; the others wait their turn. */
export function lanes(): (mailbox: { tenantId: string; oid: string }) => Lane {
  const all = new Map<string, Lane>()
  return ({ tenantId, oid }) => {
    const key = `${tenantId}.${oid}`
    const lane = all.get(key) ?? pLimit(width)
    all.set(key, lane)
    // Nobody waits in an idle lane: forgetting it costs nothing.
    for (const [other, one] of all) {
      if (all.size <= 1000) break
      if (other !== key && one.activeCount + one.pendingCount === 0) all.delete(other)
    }
    return lane
  }
}
