import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '../../infra/local/launch.ts'
import { until } from './until.ts'

/** No work of one person may hold up everybody else's for so long; milliseconds. */
export const longestPause = 200

/**
 * Watches the event loop of a server in a process of its own.
 * @returns `settings`: what the server is started with. `pauseDuring`: the longest pause while something is done.
 */
export function watchedLoop() {
  const log = join(tmpdir(), `groei-event-loop-${crypto.randomUUID()}`)
  writeFileSync(log, '')
  const settings: Settings = {
    NODE_OPTIONS: `--import=${new URL('event-loop-monitor.ts', import.meta.url).href}`,
    EVENT_LOOP_LOG: log,
  }
  const lines = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ').map(Number))
      .map(([at = 0, stood = 0, worked = 0]) => ({ at, stood, worked }))
  return {
    settings,
    /** @param work has ended when all that it started on the server has */
    async pauseDuring(work: () => Promise<unknown>): Promise<number> {
      const from = Date.now()
      await work()
      const to = Date.now()
      // A pause is said by one of the two clocks with the next line, and by the other with the one or two after.
      const said = await until(async () => {
        const since = lines().filter(({ at }) => at >= from)
        return since.filter(({ at }) => at > to).length > 2 ? since : null
      })
      const longest = (of: 'stood' | 'worked') => Math.max(...said.map((line) => line[of]))
      return Math.min(longest('stood'), longest('worked'))
    },
  }
}
