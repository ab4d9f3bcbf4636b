import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock, type Clock } from '../../server/plugins/clock.ts'

/** The clock of a sandbox tenant: whoever moves it calls `moved`, and timers whose time has come run at once. */
export type MovableClock = Clock & { moved(): void }

/** @param now the sandbox's time */
export function movableClock(now: () => Date): MovableClock {
  const timers = new Set<() => void>()
  /** @returns takes it out again */
  const add = (onMoved: () => void) => {
    timers.add(onMoved)
    return () => void timers.delete(onMoved)
  }
  return {
    now,
    every(pause, work) {
      const [stop, remove] = [systemClock.every(pause, work), add(work)]
      return () => {
        stop()
        remove()
      }
    },
    after(pause, work) {
      const due = now().getTime() + pause
      const run = () => {
        cancel()
        work()
      }
      const stop = systemClock.after(pause, run)
      const remove = add(() => {
        if (now().getTime() >= due) run()
      })
      const cancel = () => {
        stop()
        remove()
      }
      return cancel
    },
    moved: () => {
      for (const onMoved of [...timers]) onMoved()
    },
  }
}

/** Now, from the file that the sandbox keeps beside its data, for a process that has nothing else of it. */
export const nowOf = (dir: string) => (): Date => {
  const { offset } = JSON.parse(readFileSync(join(dir, 'clock.json'), 'utf8')) as { offset: number }
  return new Date(Date.now() + offset)
}
