import { useSyncExternalStore } from 'react'
import { beginEntries, enterEntry } from '../lib/entries.ts'
import { routeOf, type Route } from '../lib/route.ts'

const subscribe = (changed: () => void) => {
  beginEntries()
  const moved = () => {
    enterEntry()
    changed()
  }
  addEventListener('hashchange', moved)
  return () => removeEventListener('hashchange', moved)
}
const hashOf = () => location.hash

/** The page that the address names now. */
export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, hashOf))
