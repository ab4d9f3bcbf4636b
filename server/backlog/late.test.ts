import { describe, expect, test } from 'vitest'
import type { Backlog } from './backlog-data.ts'
import { lateIn } from './late.ts'

const minute = 60_000
const none: Backlog = {
  publications: { waiting: 40, oldest: 0 },
  reminders: { late: 0, oldest: 0 },
  subscriptions: { lost: 0, missing: 0 },
  sealing: { behind: 0, oldest: 0 },
}
const words = (other: Partial<Backlog>, p99 = 0) =>
  lateIn({ ...none, ...other }, { p99, count: 1000 }).map(([word]) => word)

describe('what is late', () => {
  test('work that waits for people, or for less than a quarter of an hour, is not', () => {
    expect(words({})).toEqual([])
    expect(words({ publications: { waiting: 1, oldest: 14 * minute } })).toEqual([])
    expect(words({ sealing: { behind: 1, oldest: 60 * minute } }, 100)).toEqual([])
  })

  test.each<[string, Partial<Backlog>, number]>([
    ['publications late', { publications: { waiting: 1, oldest: 16 * minute } }, 0],
    ['reminders late', { reminders: { late: 1, oldest: 16 * minute } }, 0],
    ['subscriptions lost', { subscriptions: { lost: 0, missing: 1 } }, 0],
    ['sealing behind', { sealing: { behind: 1, oldest: 3000 * minute } }, 0],
    ['event loop held up', {}, 300],
  ])('%s', (word, other, p99) => {
    expect(words(other, p99)).toEqual([word])
  })

  test('an event loop that was looked at for a moment only says nothing', () => {
    expect(lateIn(none, { p99: 300, count: 999 })).toEqual([])
  })
})
