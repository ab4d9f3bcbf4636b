import fp from 'fastify-plugin'
import { backlogOf } from './backlog-data.ts'
import { eventLoopDelay } from './event-loop.ts'
import { lateIn } from './late.ts'

/** How often each server looks at what waits, in milliseconds. */
const lookEvery = 5 * 60_000

/** Says in the log what is late, so that somebody hears of it without asking. */
export const backlogWatch = fp(
  async (app) => {
    const delay = eventLoopDelay()
    let looking: Promise<void> = Promise.resolve()
    async function look(): Promise<void> {
      const waits = await backlogOf(app)
      for (const [words, amount] of lateIn(waits, delay.read())) app.log.warn(amount, words)
    }
    // In the machine's own time: where a clock is moved all is late for a moment.
    const regularly = setInterval(() => {
      // While the database is away other lines say so.
      looking = look().catch((error: unknown) => app.log.info({ err: error }, 'backlog not read'))
    }, lookEvery).unref()
    app.addHook('preClose', async () => {
      clearInterval(regularly)
      delay.stop()
      await looking
    })
  },
  { name: 'backlog-watch', dependencies: ['context'] },
)
