import { IncomingMessage, MessageType, OutgoingMessage, type Document } from '@hocuspocus/server'
import { messageYjsSyncStep2 } from 'y-protocols/sync'
import type { Bucket } from './bucket.ts'

/** Answers to the state vectors of one page, within the byte budget of its person and the rate of its connection. */
export function syncAnswers(parts: {
  document: Document
  /** The update that a state vector lacks. */
  lacking: (vector: Uint8Array) => Uint8Array
  /** How many bytes the whole document is: it takes as long to compare it. */
  size: () => number
  send: (message: Uint8Array) => void
  /** Bytes that one person may be sent on all their devices. */
  budget: Bucket
  /** How many bytes this connection is sent in a second. */
  rate: number
}) {
  const { document, lacking, size, send, budget, rate } = parts
  let waiting: Uint8Array | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function answer(vector: Uint8Array): void {
    send(
      new OutgoingMessage(document.name).createSyncMessage().writeFirstSyncStepFor(document).toUint8Array(),
    )
    send(framed(document.name, lacking(vector)))
    const wait = Math.max(budget.take(size()), (size() / rate) * 1000)
    timer = setTimeout(() => {
      timer = undefined
      const next = waiting
      waiting = null
      if (next) answer(next)
    }, wait)
  }

  return {
    /** Answers now, or when the budget allows it; of several questions meanwhile the last is answered. */
    ask(vector: Uint8Array): void {
      if (timer) waiting = vector
      else answer(vector)
    },
    close: () => clearTimeout(timer),
  }
}

/** Hocuspocus and Yjs would encode the update again. */
function framed(name: string, update: Uint8Array): Uint8Array {
  const head = new IncomingMessage(new Uint8Array())
  head.writeVarString(name)
  for (const number of [MessageType.Sync, messageYjsSyncStep2, update.length]) head.writeVarUint(number)
  return Buffer.concat([head.toUint8Array(), update])
}
