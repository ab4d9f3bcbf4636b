import fp from 'fastify-plugin'
import { workLoop } from '../plugins/work-loop.ts'
import { deleting } from './deleting.ts'
import { retaining } from './retaining.ts'

/** Deletes what was asked for and what is kept long enough, on any number of servers. */
export const deletionWorker = fp(
  async (app) => {
    const deleteSome = await deleting(app.database, app.forgetTokens)
    const retain = await retaining(app.database)
    const wake = workLoop(app, 'deletion worker', async () => {
      const now = app.now()
      for (const tenantId of app.settings.app.tenantIds) if (await retain(tenantId, now)) return true
      return deleteSome(now)
    })
    app.announce.on('pair-ended', wake)
  },
  { name: 'deletion-worker', dependencies: ['context', 'auth'] },
)
