import { ownerKey, type Owner } from './owner.ts'

/** The page has neighbours in those stores: the sign-in's, and builds that were left. */
const ours = 'groei '

/**
 * The values that one person keeps in a store of the browser. Another person's are deleted as soon as it is opened. Where
 * the browser refuses storage to a framed page, or the store is full, memory holds them until the page is left.
 */
function keptIn(storage: () => Storage, owner: Owner) {
  const memory = new Map<string, string>()
  const mine = `${ours}${ownerKey(owner)} `
  const named = (key: string) => mine + key

  function keysOf(isMeant: (name: string) => boolean): string[] {
    try {
      return Object.keys(storage()).filter(isMeant)
    } catch {
      return []
    }
  }
  function drop(name: string): void {
    memory.delete(name)
    try {
      storage().removeItem(name)
    } catch {
      // It was only in memory.
    }
  }
  for (const name of keysOf((one) => one.startsWith(ours) && !one.startsWith(mine))) drop(name)

  function recall(key: string): string | null {
    const name = named(key)
    try {
      return storage().getItem(name) ?? memory.get(name) ?? null
    } catch {
      return memory.get(name) ?? null
    }
  }
  return {
    recall,
    keep(key: string, value: string): void {
      const name = named(key)
      try {
        storage().setItem(name, value)
        memory.delete(name)
      } catch {
        memory.set(name, value)
      }
    },
    forget: (key: string): void => drop(named(key)),
    /** Everything that is kept, or that by its key is about this. */
    forgetAll(about = ''): void {
      for (const name of [...memory.keys(), ...keysOf((one) => one.startsWith(mine))])
        if (name.slice(mine.length).includes(about)) drop(name)
    },
    /** @returns `otherwise` when nothing was kept, or when it cannot be read any more */
    recallAs<T>(key: string, otherwise: T): T {
      const kept = recall(key)
      if (kept === null) return otherwise
      try {
        return JSON.parse(kept) as T
      } catch {
        return otherwise
      }
    },
  }
}

export type Kept = ReturnType<typeof keptIn>

/** A store for values that outlive a reload and end with the tab. */
export const keptInTab = (owner: Owner): Kept => keptIn(() => sessionStorage, owner)

/** A store for values that outlive the tab. */
export const keptOnMachine = (owner: Owner): Kept => keptIn(() => localStorage, owner)
