/** A network may swallow a question; milliseconds. */
const patience = 5000

/** The page's first script: its name holds a hash of all scripts. */
const buildOf = (page: Document): string | null =>
  page.querySelector('script[type="module"]')?.getAttribute('src') ?? null

/** The build that this page runs. */
export const ownBuild = (): string | null => buildOf(document)

/** @returns the build that the server has; null when it cannot be asked: the network is away, or the server */
export async function buildThere(): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(location.pathname, { cache: 'no-store', signal })
    return answer.ok ? buildOf(new DOMParser().parseFromString(await answer.text(), 'text/html')) : null
  } catch {
    return null
  }
}

/** This belongs to the tab and to no person, so `kept.ts` does not keep it. */
const key = 'groei-pages-left'

/**
 * Notes that a page is left for whatever build the server has: once in the session of this tab, for two servers that
 * have different builds would send it to and fro for ever.
 * @param page where it is and which build it runs
 * @returns false when it was left before, or when the browser would not remember it
 */
export function leaveOnce(page: string, storage: () => Storage = () => sessionStorage): boolean {
  try {
    const left = JSON.parse(storage().getItem(key) ?? '[]') as string[]
    if (left.includes(page)) return false
    storage().setItem(key, JSON.stringify([...left, page]))
    return storage().getItem(key) !== null
  } catch {
    return false
  }
}
