import { describe, expect, test } from 'vitest'
import { limiters } from './limiter.ts'

const mailbox = (oid: string) => ({ tenantId: 't', oid })

describe('limiter per mailbox', () => {
  test('one mailbox has at most four calls at once, and another mailbox does not wait for them', async () => {
    const limiterOf = limiters()
    let busy = 0
    let most = 0
    const waiting: (() => void)[] = []
    const call = () =>
      limiterOf(mailbox('a'))(async () => {
        busy += 1
        most = Math.max(most, busy)
        await new Promise<void>((resolve) => waiting.push(resolve))
        busy -= 1
      })
    const calls = Array.from({ length: 10 }, call)
    await limiterOf(mailbox('b'))(async () => undefined)
    let done = false
    const all = Promise.all(calls).then(() => (done = true))
    while (!done) {
      waiting.shift()?.()
      await new Promise(setImmediate)
    }
    await all
    expect(most).toBe(4)
  })

  test('a busy limiter is kept while idle limiters are dropped', async () => {
    const limiterOf = limiters()
    const held = limiterOf(mailbox('held'))
    let release = () => {}
    let holding = Promise.resolve()
    await new Promise<void>((started) => {
      holding = held(() => {
        started()
        return new Promise<void>((resolve) => (release = resolve))
      })
    })
    for (let n = 0; n < 2000; n += 1) limiterOf(mailbox(String(n)))
    expect(limiterOf(mailbox('held'))).toBe(held)
    release()
    await holding
  })
})
