import { useSyncExternalStore } from 'react'
import { routeOf, type Route } from '../lib/route.ts'

const subscribe = (changed: () => void) => {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
const hashOf = () => location.hash

/** The page that the address names now. */
export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, hashOf))
