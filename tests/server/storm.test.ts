import { describe, expect, test } from 'vitest'
import { storm } from '../support/storm.ts'

// Ten thousand of them is what `npm run bench` does; these are enough to see one lost.
const total = 300
const patience = 90_000

describe('reminders in bulk', () => {
  test(
    'each reminder arrives, and none twice but by a kill, with workers killed and a connector that fails',
    async () => {
      const { arrived, again, atMostAgain } = await storm({ total, kills: 3, workers: 3 })
      expect(arrived).toBe(total)
      expect(again).toBeLessThanOrEqual(atMostAgain)
    },
    patience,
  )
})
