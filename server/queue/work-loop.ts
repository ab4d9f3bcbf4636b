import type { FastifyInstance } from 'fastify'

/** How often each server looks for due work, besides being woken; milliseconds. */
const pollEvery = 5000
/** How long `wake.soon` waits for others who say the same; milliseconds. */
const soon = 1000

/**
 * Runs a worker's steps until nothing is due: when it is woken, every so often, and when the server starts. A shutdown
 * waits for the steps that are under way.
 * @param step does one thing that is due; false when there was none
 * @param concurrency how many steps go on at once at most: one that waits for an answer then holds up no other
 * @returns tells it that there may be something to do, now or in so many milliseconds; `wake.soon`: within a second, once
 * for all who say so until then; `wake.run`: this is to be done, and nothing else need be looked for
 */
export function workLoop(app: FastifyInstance, name: string, step: () => Promise<boolean>, concurrency = 1) {
  const loops = new Set<Promise<void>>()
  const tasks: (() => Promise<void>)[] = []
  /** Goes up whenever there may be something: who found nothing before that looks again. */
  let asked = 0
  /** Up to which question there was nothing to do. */
  let answered = 0
  let stopping = false
  const pending = new Set<() => void>()
  async function drain(): Promise<void> {
    while (!stopping) {
      const [task, seen] = [tasks.shift(), asked]
      if (task) await task()
      else if (answered >= asked) return
      // Where there was one there may be more.
      else if (await step()) open()
      else answered = Math.max(answered, seen)
    }
  }
  function open(): void {
    if (stopping || loops.size >= concurrency) return
    const began = asked
    const loop = drain().then(
      () => {
        loops.delete(loop)
        if (tasks.length > 0 || asked !== began) open()
      },
      (error: unknown) => {
        loops.delete(loop)
        app.log.error({ err: error }, name)
      },
    )
    loops.add(loop)
  }
  function after(pause: number, work: () => void): void {
    const cancel = app.clock.after(pause, () => {
      pending.delete(cancel)
      work()
    })
    pending.add(cancel)
  }
  function wake(later = 0): void {
    if (stopping) return
    if (later > 0) {
      // The regular poll comes before that.
      if (later < pollEvery) after(later, () => wake())
      return
    }
    asked += 1
    open()
  }
  let isSoon = false
  wake.soon = (): void => {
    if (stopping || isSoon) return
    isSoon = true
    after(soon, () => {
      isSoon = false
      wake()
    })
  }
  /** Is there a place for one more step? */
  wake.isFree = (): boolean => !stopping && loops.size < concurrency
  wake.run = (task: () => Promise<void>): void => {
    tasks.push(task)
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
