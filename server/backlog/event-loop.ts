import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How often the delay is looked at, in milliseconds: a timer that comes late by more was held up. */
const resolution = 20

/** How long the event loop held timers up since it was asked last, in milliseconds: for one in a hundred, and at most; of how many. */
export function eventLoopDelay() {
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  return {
    read(): { p99: number; max: number; count: number } {
      const delay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution)
      const read = { p99: delay(histogram.percentile(99)), max: delay(histogram.max), count: histogram.count }
      histogram.reset()
      return read
    },
    stop: () => void histogram.disable(),
  }
}
