import { describe, expect, test } from 'vitest'
import { Bucket } from './bucket.ts'

describe('token bucket', () => {
  test('a bucket lets a burst through, then as much as is refilled', () => {
    let now = 0
    const bucket = new Bucket(10, 5, () => now)
    const take = (cost: number) => bucket.take(cost)
    expect([take(5), take(1)]).toEqual([0, 100])
    now = 200
    expect([take(1), take(1)]).toEqual([0, 100])
  })
  test('a bucket holds no more than its burst, however long it is idle', () => {
    let now = 0
    const bucket = new Bucket(10, 5, () => now)
    const take = (cost: number) => bucket.take(cost)
    now = 3_600_000
    expect([take(5), take(5)]).toEqual([0, 500])
  })
})
