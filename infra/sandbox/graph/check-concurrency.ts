import type { Store } from '../store.ts'
import { GraphRefusal } from './refusal.ts'

/** Requests at once of one application in one mailbox (Graph, throttling limits, Outlook service). */
const most = 4

/** Counts the requests that are underway in each mailbox, and refuses one too many. */
export function concurrency(store: Store) {
  const underway = new Map<string, number>()
  return {
    /**
     * @returns what to call when the request is answered
     * @throws GraphRefusal 429 when the application has four requests underway in this mailbox
     */
    enter(clientId: string, upn: string): () => void {
      const key = `${clientId} ${upn}`
      const others = underway.get(key) ?? 0
      store.concurrency[upn] = Math.max(store.concurrency[upn] ?? 0, others + 1)
      if (others >= most)
        throw new GraphRefusal(
          429,
          'ApplicationThrottled',
          'Application is over its MailboxConcurrency limit.',
          1,
        )
      underway.set(key, others + 1)
      return () => underway.set(key, (underway.get(key) ?? 1) - 1)
    },
  }
}
