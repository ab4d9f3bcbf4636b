/**
 * Time as the product knows it, and its timers. The system's in production; the sandbox tenant brings its own, which
 * moves by weeks at once.
 */
export type Clock = {
  now(): Date
  /** Calls `work` every so many milliseconds. @returns stops it */
  every(pause: number, work: () => void): () => void
  /** Calls `work` once, so many milliseconds from now. @returns stops it */
  after(pause: number, work: () => void): () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  every(pause, work) {
    const timer = setInterval(work, pause)
    return () => clearInterval(timer)
  },
  after(pause, work) {
    const timer = setTimeout(work, pause)
    return () => clearTimeout(timer)
  },
}
