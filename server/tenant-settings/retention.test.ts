import { describe, expect, test } from 'vitest'
import { keptMeanwhile, retentionInForce } from './retention.ts'

const at = (day: number) => new Date(Date.UTC(2026, 5, day))
const view = (retentionDays: number, was?: { days: number; until: Date } | null) => ({
  retentionDays,
  retentionBefore: was ? { days: was.days, until: was.until.toISOString() } : null,
})

describe('a shorter retention period', () => {
  test('a shorter period holds after seven days, a longer one at once', () => {
    const shorter = keptMeanwhile(view(730), 30, at(1))
    expect(shorter).toEqual({ days: 730, until: at(8) })
    expect([at(1), at(7), at(8)].map((now) => retentionInForce(view(30, shorter), now))).toEqual([
      730, 730, 30,
    ])
    expect(keptMeanwhile(view(730), 800, at(1))).toBeNull()
  })

  test('in steps it gains no time, said twice it loses none, and it can be taken back', () => {
    const first = keptMeanwhile(view(730), 365, at(1))
    expect(keptMeanwhile(view(365, first), 30, at(3))).toEqual({ days: 730, until: at(10) })
    expect(keptMeanwhile(view(365, first), 365, at(3))).toEqual(first)
    expect(keptMeanwhile(view(365, first), 730, at(3))).toBeNull()
    expect(keptMeanwhile(view(365, first), 30, at(9))).toEqual({ days: 365, until: at(16) })
  })
})
