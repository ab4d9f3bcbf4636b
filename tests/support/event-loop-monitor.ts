import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into the server's process before anything else (`event-loop.ts`). Says every so often how long the loop stood
 * still: by the monitor's clock, and by the time that this thread worked meanwhile, for on a busy machine a thread that may
 * do nothing stands still as well.
 */
const log = process.env['EVENT_LOOP_LOG']
const nanoseconds = 1e6
const microseconds = 1000

if (isMainThread && log) {
  const monitor = () => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    return delay
  }
  // Two that overlap: a pause that the older one has not counted yet when the younger begins is counted by the time it is
  // read. Resetting a single one would lose that pause.
  let [older, younger] = [monitor(), monitor()]
  let usage = process.threadCpuUsage()
  let worked = 0
  let said = Date.now()
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(usage)
    usage = process.threadCpuUsage()
    worked = Math.max(worked, (user + system) / microseconds)
    if (Date.now() - said < 50) return
    said = Date.now()
    appendFileSync(log, `${said} ${Math.round(older.max / nanoseconds)} ${Math.round(worked)}\n`)
    older.disable()
    ;[older, younger] = [younger, monitor()]
    worked = 0
  }, 5).unref()
}
