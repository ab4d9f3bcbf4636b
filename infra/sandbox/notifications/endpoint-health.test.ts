import { describe, expect, test } from 'vitest'
import { endpointHealthOf } from './endpoint-health.ts'

const now = 1_000_000
const answers = (quick: number, slow: number, at = now) => [
  ...Array.from({ length: quick }, () => ({ at, took: 20 })),
  ...Array.from({ length: slow }, () => ({ at, took: 3000 })),
]

describe('throttling of a slow notification endpoint', () => {
  test.each([
    ['few answers say nothing', answers(0, 99), 'good'],
    ['one slow in eleven is well', answers(91, 9), 'good'],
    ['one in ten is late', answers(90, 10), 'late'],
    ['15 % is too many', answers(85, 15), 'dropped'],
    ['what was ten minutes ago counts no more', answers(50, 50, now - 600_000), 'good'],
  ] as const)('the throttling follows the share of slow answers: %s', (_name, given, health) => {
    expect(endpointHealthOf([...given], now)).toBe(health)
  })
})
