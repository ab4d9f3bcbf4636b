import { setTimeout as pause } from 'node:timers/promises'
import type { Notification } from './notification.ts'
import { endpointHealthOf, type Answer } from './endpoint-health.ts'

/** One request to an endpoint, with what became of it. */
export type Delivery = {
  url: string
  notifications: Notification[]
  state: 'held' | 'lost' | 'underway' | 'delivered' | 'dropped'
  /** The HTTP status of each attempt; 0: no answer within three seconds. */
  statuses: number[]
}

/** Graph goes on for four hours; so long before each next attempt, in milliseconds. */
const pauses = [300, 900, 2700, 8100]
const patience = 3000
const lateBy = 10_000

/** Brings deliveries round, each until it is answered 2xx or given up; in real time. */
export function postman() {
  const answers = new Map<string, Answer[]>()
  const underway = new Set<Promise<void>>()
  let leaving = new AbortController()

  async function attempt({ url, notifications }: Delivery, signal: AbortSignal): Promise<number> {
    const begun = Date.now()
    let status = 0
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ value: notifications }),
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      })
      status = response.status
      await response.body?.cancel()
    } catch {
      // Not there, too slow, or the sandbox closes: no answer.
    }
    const known = answers.get(url) ?? []
    answers.set(url, [...known, { at: begun, took: Date.now() - begun }].slice(-1000))
    return status
  }

  async function bring(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const health = endpointHealthOf(answers.get(delivery.url) ?? [], Date.now())
    delivery.state = health === 'dropped' ? 'dropped' : 'underway'
    if (health === 'dropped') return
    for (const wait of [health === 'late' ? lateBy : 0, ...pauses]) {
      if (wait > 0) await pause(wait, undefined, { signal })
      const status = await attempt(delivery, signal)
      delivery.statuses.push(status)
      if (status >= 200 && status < 300) {
        delivery.state = 'delivered'
        return
      }
    }
    delivery.state = 'dropped'
  }

  return {
    /** Resolves when it was delivered or dropped, or when all is called back; never rejects. */
    send: (delivery: Delivery): Promise<void> => {
      const sending = bring(delivery, leaving.signal)
        .catch(() => {
          delivery.state = 'dropped'
        })
        .finally(() => underway.delete(sending))
      underway.add(sending)
      return sending
    },
    /** Gives up all that is underway and forgets what it thought of endpoints. */
    async callBack(): Promise<void> {
      leaving.abort()
      leaving = new AbortController()
      answers.clear()
      await Promise.all(underway)
    },
  }
}
