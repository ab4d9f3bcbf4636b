import fp from 'fastify-plugin'
import { ofListed } from '../plugins/listed.ts'
import { workLoop } from '../queue/work-loop.ts'
import { markEnded } from './mark-ended-job.ts'
import { deletionJob } from './deletion-job.ts'
import { retentionJob } from './retention-job.ts'

/** How often it is looked up what is kept long enough, in milliseconds: days are what it counts in. */
const lookEvery = 10 * 60_000

/** Longer than the request that ends a pair takes; after this its server is taken for dead. Milliseconds. */
const closingTakes = 60_000

/** Deletes what was asked for and what is kept long enough, on any number of servers. */
export const deletionWorker = fp(
  async (app) => {
    /** Closes what somebody still has open of it. */
    const tell = (pairId: string) => void app.announce.emit('pair-changed', pairId)
    const forget = { tokens: app.forgetTokens, key: app.sealing.forget }
    const { tenantIds } = app.settings.app
    const { collections, pairScoped, personScoped } = app
    const pairs = ofListed(collections.pairs, tenantIds)
    const listed = { collections: { ...collections, pairs }, pairScoped, personScoped }
    const deleteSome = deletionJob(listed, forget, tell)
    const { closeOne } = markEnded(listed)
    const retain = retentionJob(listed, forget, tell)
    let looked = 0
    async function retainSome(now: Date): Promise<boolean> {
      if (Math.abs(now.getTime() - looked) < lookEvery) return false
      for (const tenantId of tenantIds) if (await retain(tenantId, now)) return true
      looked = now.getTime()
      return false
    }
    const wake = workLoop(app, 'deletion worker', async () => {
      const now = app.now()
      const begun = new Date(now.getTime() - closingTakes)
      return (await closeOne(begun)) || (await retainSome(now)) || deleteSome(now)
    })
    app.announce.on('pair-changed', () => wake())
  },
  { name: 'deletion-worker', dependencies: ['context', 'auth'] },
)
