import { expect, test } from 'vitest'
import { storm } from '../support/storm.ts'

// Ten thousand of them is what `npm run bench` does; these are enough to see one lost.
const total = 300
const patience = 90_000

test(
  'reminders in bulk, workers killed at random, a connector that fails: each arrives, none twice but by a kill',
  async () => {
    const { arrived, again, atMostAgain } = await storm({ total, kills: 3, workers: 3 })
    expect(arrived).toBe(total)
    expect(again).toBeLessThanOrEqual(atMostAgain)
  },
  patience,
)
