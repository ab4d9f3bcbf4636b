export type Bucket = ReturnType<typeof bucket>

/**
 * A bucket that fills with `rate` a second up to `burst`.
 * @param clock milliseconds
 */
export function bucket(rate: number, burst: number, clock: () => number) {
  let left = burst
  let at = clock()
  function fill(): void {
    const now = clock()
    left = Math.min(burst, left + ((now - at) / 1000) * rate)
    at = now
  }
  const missing = () => (left >= 0 ? 0 : Math.ceil((-left / rate) * 1000))
  return {
    /** Takes so much, also what is not there yet. @returns milliseconds to wait until it is; 0 when it was there */
    take(cost: number): number {
      fill()
      left -= cost
      return missing()
    },
    isFull(): boolean {
      fill()
      return left >= burst
    },
  }
}
