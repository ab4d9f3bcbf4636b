import type { Summary } from '../../server/contract/conversation.ts'
import { published } from '../support/count-commands.ts'
import { startTenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

/** Asked of this process: so many openings or finishings of one conversation. */
export type Ask = { work: 'open' | 'finish'; times: number }
/** Milliseconds of each, and microseconds of the processor of all, those of the simulated tenant included. */
export type Took = { each: number[]; cpu: number }

const notes = 'Wat we zagen, wat het kostte, en wat we de volgende keer anders doen. '.repeat(12)
const scope = 'summary-and-commitments'

// Calendars are not followed meanwhile: what is measured is of what people do.
const tenant = await startTenant({ settings: () => ({ PUBLIC_URL: undefined }) })
const [meeting] = await tenant.meetings('sanne', 'Milan')
if (!meeting) throw new Error('no meeting')
const { id } = await tenant.conversation('sanne', 'milan', meeting)
const path = `/api/conversations/${id}`
for (const user of ['sanne', 'milan'])
  await tenant.call(user, 'PUT', `${path}/preparation`, {
    topics: ['De planning', 'De overdracht'],
    note: notes.slice(0, 400),
    shared: true,
    revision: 0,
  })
const { text, provider } = await tenant.join(0, 'milan', id)
text.insert(0, notes)
await until(async () => (provider.hasUnsyncedChanges ? null : true))
for (const what of ['Een avond per week dicht', 'Twee dagdelen blokkeren'])
  await tenant.commit('milan', id, what)
tenant.leave()

const reference = { iCalUId: meeting.iCalUId, start: meeting.start }
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
const works = {
  open: () => timed(() => tenant.call('milan', 'POST', '/api/conversations', reference)),
  async finish() {
    const { fingerprint } = await tenant.call<Summary>('sanne', 'GET', `${path}/summary?scope=${scope}`)
    return timed(async () => {
      const isDone = published(tenant.app(), id)
      await tenant.call('sanne', 'POST', `${path}/finish`, { scope, fingerprint })
      await isDone
    })
  },
}

process.on('message', async ({ work, times }: Ask) => {
  const each: number[] = []
  const before = process.cpuUsage()
  for (let time = 0; time < times; time += 1) each.push(await works[work]())
  const { user, system } = process.cpuUsage(before)
  process.send?.({ each, cpu: user + system } satisfies Took)
})
process.once('disconnect', () => void tenant.close().then(() => process.exit(0)))
process.send?.('ready')
