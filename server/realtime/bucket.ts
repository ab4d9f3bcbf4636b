/** A bucket that fills with `rate` a second up to `burst`. A class, for each open socket has one. */
export class Bucket {
  readonly #rate: number
  readonly #burst: number
  readonly #clock: () => number
  #left: number
  #at: number

  /** @param clock milliseconds */
  constructor(rate: number, burst: number, clock = now) {
    this.#rate = rate
    this.#burst = burst
    this.#clock = clock
    this.#left = burst
    this.#at = clock()
  }
  #fill(): void {
    const at = this.#clock()
    this.#left = Math.min(this.#burst, this.#left + ((at - this.#at) / 1000) * this.#rate)
    this.#at = at
  }
  /** Takes so much, also what is not there yet. @returns milliseconds to wait until it is; 0 when it was there */
  take(cost: number): number {
    this.#fill()
    this.#left -= cost
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / this.#rate) * 1000)
  }
  isFull(): boolean {
    this.#fill()
    return this.#left >= this.#burst
  }
}

const now = (): number => performance.now()
