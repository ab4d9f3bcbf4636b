import type { FastifyInstance } from 'fastify'

/** How often each server looks for due work, besides being woken; milliseconds. */
const pollEvery = 5000

/**
 * Runs a worker's steps until nothing is due: when it is woken, every so often, and when the server starts. A shutdown
 * waits for the steps that are under way.
 * @param step does one thing that is due; false when there was none
 * @param concurrency how many steps go on at once at most: one that waits for an answer then holds up no other
 * @returns tells it that there may be something to do, now or in so many milliseconds
 */
export function workLoop(
  app: FastifyInstance,
  name: string,
  step: () => Promise<boolean>,
  concurrency = 1,
): (later?: number) => void {
  const loops = new Set<Promise<void>>()
  /** Goes up whenever there may be something: who found nothing before that looks again. */
  let asked = 0
  let stopping = false
  const pending = new Set<() => void>()
  /** @returns up to which question there is nothing to do */
  const drain = async () => {
    let seen: number
    do {
      seen = asked
      // Where there was one there may be more.
      while (!stopping && (await step())) open()
    } while (seen !== asked && !stopping)
    return seen
  }
  function open(): void {
    if (stopping || loops.size >= concurrency) return
    const loop = drain().then(
      (seen) => {
        loops.delete(loop)
        if (seen !== asked) open()
      },
      (error: unknown) => {
        loops.delete(loop)
        app.log.error({ err: error }, name)
      },
    )
    loops.add(loop)
  }
  const wake = (later = 0) => {
    if (stopping) return
    if (later > 0) {
      // The regular poll comes before that.
      if (later >= pollEvery) return
      const cancel = app.clock.after(later, () => {
        pending.delete(cancel)
        wake()
      })
      pending.add(cancel)
      return
    }
    asked += 1
    open()
  }
  const stopPolling = app.clock.every(pollEvery, () => wake())
  app.addHook('onReady', async () => wake())
  app.addHook('preClose', async () => {
    stopping = true
    stopPolling()
    for (const cancel of pending) cancel()
    await Promise.all(loops)
  })
  return wake
}
