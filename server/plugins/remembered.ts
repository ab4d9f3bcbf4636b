/** Keys that are remembered at most, where nobody says otherwise. */
const usual = 1000

/**
 * A reading that many requests repeat, remembered for a moment by its key. Who changes what was read says `forget`, to the
 * other servers too; one that does not hear of it goes by what was so for as long as `life`, milliseconds.
 * @param most how many keys are remembered; beyond it goes the one that was not asked for longest
 */
export function remembered<T>(
  read: (key: string) => Promise<T>,
  life: number,
  now: () => Date,
  most: number = usual,
) {
  const known = new Map<string, { at: Date; found: Promise<T> }>()
  const forget = (key: string) => void known.delete(key)
  return {
    forget,
    of(key: string): Promise<T> {
      const before = known.get(key)
      known.delete(key)
      // A clock that was put back must not keep anything for longer.
      if (before && Math.abs(now().getTime() - before.at.getTime()) < life) {
        known.set(key, before)
        return before.found
      }
      const found = read(key)
      known.set(key, { at: now(), found })
      for (const oldest of known.keys()) if (known.size > most) known.delete(oldest)
      // A failure is not remembered.
      found.catch(() => forget(key))
      return found
    },
  }
}
