/**
 * What must outlive a reload, in the session of this tab. Where the browser refuses storage to a framed page,
 * or the store is full, memory does what it can: it still outlives moving between steps.
 */
const memory = new Map<string, string>()

export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}

export function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
    memory.delete(key)
  } catch {
    memory.set(key, value)
  }
}

export function forget(key: string): void {
  memory.delete(key)
  try {
    sessionStorage.removeItem(key)
  } catch {
    // It was only in memory.
  }
}

/** Everything whose key says that it is about this. */
export function forgetAll(about: string): void {
  const keys = [...memory.keys()]
  try {
    keys.push(...Object.keys(sessionStorage))
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
