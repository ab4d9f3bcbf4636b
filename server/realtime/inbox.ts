import type { WebSocket } from 'ws'

/** Handles one message; @returns how many milliseconds the next one has to wait, at once where nothing is waited for */
export type Take = (data: Buffer, isBinary: boolean) => number | Promise<number>
type Message = { data: Buffer; isBinary: boolean }

/**
 * Hands on what a socket sends one message at a time. Everybody else has their turn in between, and the next message but one is
 * not even read before this one is done. For a key it makes no promise and no list: that would be most of what a key costs here.
 */
export function inbox(socket: WebSocket, take: Take) {
  let waiting: Message[] | null = null
  let isBusy = false
  let onEmpty: (() => void) | null = null

  function handle(data: Buffer, isBinary: boolean): void {
    try {
      const taken = take(data, isBinary)
      if (typeof taken === 'number') rest(taken)
      else taken.then(rest, failed)
    } catch {
      failed()
    }
  }
  function rest(wait: number): void {
    if (wait > 0) setTimeout(next, wait)
    else setImmediate(next)
  }
  /** Nobody would catch it; the page comes back on another socket. */
  function failed(): void {
    socket.terminate()
    rest(0)
  }
  function next(): void {
    const one = waiting?.shift()
    if (one) return handle(one.data, one.isBinary)
    waiting = null
    isBusy = false
    if (socket.isPaused) socket.resume()
    onEmpty?.()
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBusy) {
      isBusy = true
      return handle(data, isBinary)
    }
    // With a key at a time there is nothing to stop.
    waiting ??= []
    waiting.push({ data, isBinary })
    socket.pause()
  })

  return {
    /** Resolves when all that came was handed on. */
    empty: (): Promise<void> =>
      new Promise((resolve) => {
        if (isBusy) onEmpty = resolve
        else resolve()
      }),
  }
}
