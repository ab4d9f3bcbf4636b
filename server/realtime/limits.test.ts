import { describe, expect, it } from 'vitest'
import { bucket } from './limits.ts'

describe('the bucket of a socket', () => {
  it('lets a burst through, then as much as flows in', () => {
    let now = 0
    const { take } = bucket(10, 5, () => now)
    expect([take(5), take(1)]).toEqual([0, 100])
    now = 200
    expect([take(1), take(1)]).toEqual([0, 100])
  })
  it('holds no more than its burst, however long it rests', () => {
    let now = 0
    const { take } = bucket(10, 5, () => now)
    now = 3_600_000
    expect([take(5), take(5)]).toEqual([0, 500])
  })
})
