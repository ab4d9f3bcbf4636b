/**
 * What must outlive a reload, in the session of this tab. Where the browser refuses storage to a framed page,
 * or the store is full, memory does what it can: it still outlives moving between steps.
 */
const memory = new Map<string, string>()
/** The page has neighbours in that store: the sign-in's. */
const named = (key: string) => `groei ${key}`

export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(named(key)) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}

export function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(named(key), value)
    memory.delete(key)
  } catch {
    memory.set(key, value)
  }
}

export function forget(key: string): void {
  memory.delete(key)
  try {
    sessionStorage.removeItem(named(key))
  } catch {
    // It was only in memory.
  }
}

/** Everything that is kept, or that by its key is about this. */
export function forgetAll(about = ''): void {
  const keys = [...memory.keys()]
  try {
    const ours = Object.keys(sessionStorage).filter((key) => key.startsWith(named('')))
    keys.push(...ours.map((key) => key.slice(named('').length)))
  } catch {
    // It was only in memory.
  }
  for (const key of keys) if (key.includes(about)) forget(key)
}

/** @returns `otherwise` when nothing was kept, or when it cannot be read any more */
export function recallAs<T>(key: string, otherwise: T): T {
  const kept = recall(key)
  if (kept === null) return otherwise
  try {
    return JSON.parse(kept) as T
  } catch {
    return otherwise
  }
}
