import { personId, type PersonKey } from '../contract/person-key.ts'
import pLimit, { type LimitFunction } from 'p-limit'

/** Outlook serves so many requests at once of one app to one mailbox (docs/platform-facts.md, Limits). */
const width = 4

export type Limiter = LimitFunction

/** One limiter for each mailbox: at most so many calls go on at once, and the others wait. */
export function limiters(): (mailbox: PersonKey) => Limiter {
  const all = new Map<string, Limiter>()
  return (mailbox) => {
    const key = personId(mailbox)
    const limiter = all.get(key) ?? pLimit(width)
    all.set(key, limiter)
    // Nobody waits in an idle limiter: forgetting it costs nothing.
    for (const [other, one] of all) {
      if (all.size <= 1000) break
      if (other !== key && one.activeCount + one.pendingCount === 0) all.delete(other)
    }
    return limiter
  }
}
