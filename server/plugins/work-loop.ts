import type { FastifyInstance } from 'fastify'

/** How often each server looks for what is due, besides being told; milliseconds. */
const pollEvery = 5000

/**
 * Runs a worker's steps until there is nothing to do: when it is told, now and then, and when the server starts. A
 * stop waits for the step that is being done.
 * @param step does one thing that is due; false when there was none
 * @returns tells it that there may be something to do, now or in so many milliseconds
 */
export function workLoop(
  app: FastifyInstance,
  name: string,
  step: () => Promise<boolean>,
): (later?: number) => void {
  let running: Promise<void> | null = null
  let again = false
  let stopping = false
  let soon: NodeJS.Timeout | undefined
  const drain = async () => {
    do {
      again = false
      while (!stopping && (await step()));
    } while (again && !stopping)
  }
  const wake = (later = 0) => {
    if (stopping) return
    if (later > 0) {
      // What comes after the next look anyway needs no look of its own.
      if (later < pollEvery) soon ??= setTimeout(onTime, later)
      return
    }
    again = true
    if (running) return
    running = drain()
      .catch((error: unknown) => app.log.error({ err: error }, name))
      .finally(() => {
        running = null
      })
  }
  const onTime = () => {
    soon = undefined
    wake()
  }
  const timer = setInterval(() => wake(), pollEvery)
  app.addHook('onReady', async () => wake())
  app.addHook('preClose', async () => {
    stopping = true
    clearInterval(timer)
    clearTimeout(soon)
    await running
  })
  return wake
}
