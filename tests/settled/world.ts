import { startTenant } from '../support/tenant.ts'
import { crowd } from '../support/crowd.ts'
import { inOutlook, startBeacon } from './people.ts'
import { startRun } from './run.ts'
import type { Change, PairPlan, Trouble } from './changes.ts'

/** Pairs in one tenant; then a tenant begins anew. */
const pairsPerTenant = 40

/** Runs, each with two people of their own. */
export function settledWorld() {
  let tenant: Awaited<ReturnType<typeof open>> | null = null
  let used = 0

  async function open() {
    const names = Array.from({ length: pairsPerTenant }, (_, index) => [
      `anna${index}`,
      `bram${index}`,
    ]).flat()
    const started = await startTenant({ seed: crowd([...names, 'guest', 'beacon', 'lamp']) })
    const outlook = inOutlook(started)
    return { tenant: started, outlook, beacon: await startBeacon(started, outlook) }
  }
  async function close() {
    await tenant?.tenant.close()
    tenant = null
    used = 0
  }
  return {
    close,
    /** @throws Error that says where the section was, and where it had to be */
    async run(plan: PairPlan, changes: [Change, Trouble][]): Promise<void> {
      if (used >= pairsPerTenant) await close()
      tenant ??= await open()
      const pair: [string, string] = [`anna${used}`, `bram${used}`]
      used += 1
      try {
        const run = await startRun(tenant, pair, plan)
        for (const [change, trouble] of changes) await run.step(change, trouble)
        await run.end()
      } catch (error) {
        // What was under way there is not for the next one.
        await close()
        throw error
      }
    },
  }
}
