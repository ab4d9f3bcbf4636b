import { setTimeout as pause } from 'node:timers/promises'
import { retryIn } from '../queue/backoff.ts'
import { backoff } from '../reminder/delivery.ts'
import { connectorFailure } from './connector-failure.ts'

/** Two waits of a second or two are shorter than the fifteen seconds that Teams waits for us. */
const attempts = 3
const longest = 4000

/**
 * Answers somebody who waits. A conversation takes seven messages a second; whoever is quicker gets the answer a
 * moment later (docs/platform-facts.md, The bot).
 * @throws what the connector answered last, or what is no matter of time
 */
export function answering<Activity, Answer>(send: (activity: Activity) => Promise<Answer>) {
  return async (activity: Activity): Promise<Answer> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await send(activity)
      } catch (error) {
        const failure = connectorFailure(error)
        if (failure.kind !== 'again' || attempt === attempts) throw error
        await pause(Math.min(retryIn(backoff, attempt, failure.retryAfter ?? 1, Math.random()), longest))
      }
    }
  }
}
