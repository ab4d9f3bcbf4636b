/** The entries of the browser's history have numbers, so that one is known when somebody comes back to it. */
type Marked = { entry?: number } | null

const markOf = (): number | undefined => (history.state as Marked)?.entry
const mark = (entry: number) => history.replaceState({ entry }, '')

/** How far each was scrolled when it was left. */
const left = new Map<number, number>()
let current = 0
let last = 0

/** Begins with the page that is open. */
export function beginEntries(): void {
  // The browser scrolls before the page of an entry is there again.
  history.scrollRestoration = 'manual'
  current = last = markOf() ?? 0
  mark(current)
}

/** The address has changed: to one that somebody comes back to, or to a new one. */
export function enterEntry(): void {
  left.set(current, window.scrollY)
  const known = markOf()
  current = known ?? last + 1
  last = Math.max(last, current)
  if (known !== undefined) return
  left.delete(current)
  mark(current)
}

/** How far down the entry was left to which somebody came back; a new one begins at its top. */
export const placeOfEntry = (): number => left.get(current) ?? 0
