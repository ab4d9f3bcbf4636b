import { IncomingMessage, MessageType, OutgoingMessage, type Connection } from '@hocuspocus/server'
import { messageYjsSyncStep2 } from 'y-protocols/sync'
import type { Bucket } from './bucket.ts'
import type { OpenNotes } from './notes-store.ts'

/**
 * Answers to the state vectors of one page, within the byte budget of its person and the rate of its connection. A class, for
 * each open socket has one.
 */
export class SyncAnswers {
  readonly #connection: Connection
  readonly #notes: Pick<OpenNotes, 'lacking' | 'size'>
  readonly #budget: Bucket
  readonly #rate: number
  #waiting: Uint8Array | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param notes what a state vector lacks, and how many bytes the whole document is: it takes as long to compare it
   * @param budget bytes that one person may be sent on all their devices
   * @param rate how many bytes this connection is sent in a second
   */
  constructor(
    connection: Connection,
    notes: Pick<OpenNotes, 'lacking' | 'size'>,
    budget: Bucket,
    rate: number,
  ) {
    this.#connection = connection
    this.#notes = notes
    this.#budget = budget
    this.#rate = rate
  }

  /** Does it answer this connection? The same socket may serve another one later. */
  isOf(connection: Connection): boolean {
    return this.#connection === connection
  }
  /** Answers now, or when the budget allows it; of several questions meanwhile the last is answered. */
  ask(vector: Uint8Array): void {
    if (this.#timer) this.#waiting = vector
    else this.#answer(vector)
  }
  close(): void {
    clearTimeout(this.#timer)
  }

  #answer(vector: Uint8Array): void {
    const { document } = this.#connection
    this.#send(
      new OutgoingMessage(document.name).createSyncMessage().writeFirstSyncStepFor(document).toUint8Array(),
    )
    this.#send(framed(document.name, this.#notes.lacking(vector)))
    const size = this.#notes.size()
    const wait = Math.max(this.#budget.take(size), (size / this.#rate) * 1000)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const next = this.#waiting
      this.#waiting = null
      if (next) this.#answer(next)
    }, wait)
  }
  #send(message: Uint8Array): void {
    const { document, webSocket } = this.#connection
    if (document.hasConnection(this.#connection)) webSocket.send(message)
  }
}

/** Hocuspocus and Yjs would encode the update again. */
function framed(name: string, update: Uint8Array): Uint8Array {
  const head = new IncomingMessage(new Uint8Array())
  head.writeVarString(name)
  for (const number of [MessageType.Sync, messageYjsSyncStep2, update.length]) head.writeVarUint(number)
  return Buffer.concat([head.toUint8Array(), update])
}
