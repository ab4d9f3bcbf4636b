/**
 * Lets so many through a second, for each key, in the order in which they asked: the service takes thirty requests
 * a second of an app in a tenant (docs/platform-facts.md, The bot), and several servers share them.
 */
export function pace(perSecond: number, clock: () => number = () => performance.now()) {
  const free = new Map<string, number>()
  return async (key: string): Promise<void> => {
    const now = clock()
    const turn = Math.max(free.get(key) ?? 0, now)
    free.set(key, turn + 1000 / perSecond)
    if (free.size > 10_000) for (const [one, at] of free) if (at < now) free.delete(one)
    if (turn > now) await new Promise((resolve) => setTimeout(resolve, turn - now))
  }
}
