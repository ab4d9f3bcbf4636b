import type { FastifyInstance } from 'fastify'

/** How often each server looks for what is due, besides being told; milliseconds. */
const pollEvery = 5000

/**
 * Runs a worker's steps until there is nothing to do: when it is told, now and then, and when the server starts. A
 * stop waits for the steps that are being done.
 * @param step does one thing that is due; false when there was none
 * @param abreast so many steps at once at most: one that waits for an answer then holds up no other
 * @returns tells it that there may be something to do, now or in so many milliseconds
 */
export function workLoop(
  app: FastifyInstance,
  name: string,
  step: () => Promise<boolean>,
  abreast = 1,
): (later?: number) => void {
  const lanes = new Set<Promise<void>>()
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
    if (stopping || lanes.size >= abreast) return
    const lane = drain().then(
      (seen) => {
        lanes.delete(lane)
        if (seen !== asked) open()
      },
      (error: unknown) => {
        lanes.delete(lane)
        app.log.error({ err: error }, name)
      },
    )
    lanes.add(lane)
  }
  const wake = (later = 0) => {
    if (stopping) return
    if (later > 0) {
      // What comes after the next look anyway needs no look of its own.
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
    await Promise.all(lanes)
  })
  return wake
}
