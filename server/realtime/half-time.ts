import { setTimeout as pause } from 'node:timers/promises'

/**
 * Work that may hold up the whole process, as the embedded engine does while it waits for the disk, gets half of the
 * time at most: in between keys reach the other screen. Work that only waits holds up nobody and is not slowed.
 */
export function halfTime() {
  let free = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      free = free.then(async () => {
        const began = performance.now()
        work().then(resolve, reject)
        const held = performance.now() - began
        if (held >= 1) await pause(held)
      })
    })
}
