import type { Panel } from './panels.ts'
import { until } from './until.ts'

type Key = [tenantId: string, oid: string, conversationId: string, sessionId: string]

/** The copies of notes on a machine: whose, and of which conversation; at first one more is put there. */
export const copies = (
  panel: Panel,
  put: { key: Key; at: number; update?: number[] } | null = null,
): Promise<Key[]> =>
  panel.frame.locator('body').evaluate(
    (_body, more) =>
      new Promise<Key[]>((resolve, reject) => {
        const opening = indexedDB.open('groei')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const store = opening.result.transaction('unsent notes', 'readwrite').objectStore('unsent notes')
          if (more) store.put({ update: new Uint8Array(more.update ?? []), at: more.at }, more.key)
          const keys = store.getAllKeys()
          keys.onsuccess = () => resolve(keys.result as Key[])
        }
      }),
    put,
  )
/** For a page of Groei's origin: the copies there were made so many milliseconds earlier. */
export const makeOlder = (by: number) =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('groei')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('unsent notes', 'readwrite')
      const cursor = transaction.objectStore('unsent notes').openCursor()
      cursor.onsuccess = () => {
        const { result } = cursor
        if (!result) return
        result.update({ ...(result.value as object), at: Date.now() - by })
        result.continue()
      }
      transaction.oncomplete = () => resolve()
    }
  })
export const copied = (panel: Panel, count: number) =>
  until(async () => {
    const found = await copies(panel)
    return found.length === count ? found : null
  })
