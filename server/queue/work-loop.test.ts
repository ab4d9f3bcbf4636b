import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../plugins/clock.ts'
import { workLoop } from './work-loop.ts'

let app: FastifyInstance
beforeEach(() => {
  app = fastify()
  app.decorate('clock', systemClock)
})
afterEach(() => app.close())

/** Work that waits for a word. */
function waiting() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { until: promise, go: resolve }
}

describe('work loop', () => {
  test('steps run one at a time until nothing is due, at server start and at every wake-up', async () => {
    let due = 3
    let underway = 0
    let most = 0
    const wake = workLoop(app, 'test', async () => {
      underway += 1
      most = Math.max(most, underway)
      await Promise.resolve()
      underway -= 1
      if (due === 0) return false
      due -= 1
      return true
    })
    await app.ready()
    await vi.waitFor(() => expect(due).toBe(0))
    due = 2
    wake()
    await vi.waitFor(() => expect(due).toBe(0))
    expect(most).toBe(1)
  })

  test('a slow step blocks no other, the concurrency limit holds, and graceful shutdown waits for all steps', async () => {
    const slow = waiting()
    const done: string[] = []
    const due = ['slow', 'a', 'b', 'c']
    let underway = 0
    let most = 0
    const wake = workLoop(
      app,
      'test',
      async () => {
        const one = due.shift()
        if (!one) return false
        underway += 1
        most = Math.max(most, underway)
        await (one === 'slow' ? slow.until : Promise.resolve())
        underway -= 1
        done.push(one)
        return true
      },
      3,
    )
    await app.ready()
    // Woken while the slow one waits.
    wake()
    await vi.waitFor(() => expect(done).toEqual(['a', 'b', 'c']))
    due.push('d')
    wake()
    await vi.waitFor(() => expect(done).toContain('d'))
    const closed = app.close().then(() => done.push('closed'))
    slow.go()
    await closed
    expect(done.slice(-2)).toEqual(['slow', 'closed'])
    expect(most).toBeLessThanOrEqual(3)
  })

  test('steps run up to the concurrency limit, and a wake-up while some are busy is not lost', async () => {
    const hold = waiting()
    let due = 0
    let underway = 0
    const wake = workLoop(
      app,
      'test',
      async () => {
        if (due === 0) return false
        due -= 1
        underway += 1
        if (underway === 2) await hold.until
        return true
      },
      2,
    )
    await app.ready()
    due = 2
    wake()
    await vi.waitFor(() => expect(underway).toBe(2))
    due = 1
    wake()
    await vi.waitFor(() => expect(due).toBe(0))
    hold.go()
  })

  test('a failing step is logged, and the next wake-up runs the work again', async () => {
    const told: unknown[] = []
    app.log.error = ((what: unknown) => told.push(what)) as typeof app.log.error
    let fails = true
    let done = 0
    const wake = workLoop(app, 'test', async () => {
      if (fails) throw new Error('not now')
      done += 1
      return false
    })
    await app.ready()
    await vi.waitFor(() => expect(told).toHaveLength(1))
    fails = false
    wake()
    await vi.waitFor(() => expect(done).toBe(1))
  })

  test('each of several later wake-ups comes, not the first alone', async () => {
    const timers: { pause: number; work: () => void }[] = []
    app = fastify()
    app.decorate('clock', {
      ...systemClock,
      after: (pause: number, work: () => void) => {
        timers.push({ pause, work })
        return () => undefined
      },
    })
    let looks = 0
    const wake = workLoop(app, 'test', async () => {
      looks += 1
      return false
    })
    await app.ready()
    await vi.waitFor(() => expect(looks).toBe(1))
    wake(1000)
    wake(2000)
    expect(timers.map((one) => one.pause)).toEqual([1000, 2000])
    timers[1]?.work()
    await vi.waitFor(() => expect(looks).toBe(2))
  })
})
